/**
 * Finds what closes something: the offset after the next such text. What no more comes is looked for once, not for
 * each thing that it would close.
 */
export function closingFinder(text: string): (closing: string, from: number) => number | undefined {
  const absent = new Set<string>()
  return (closing, from) => {
    const at = absent.has(closing) ? -1 : text.indexOf(closing, from)
    if (at < 0) absent.add(closing)
    return at < 0 ? undefined : at + closing.length
  }
}
