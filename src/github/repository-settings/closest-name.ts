/** So many slips of the finger are taken for a misspelling. */
const tolerance = 2

/** The name that somebody may have meant; null where none is near. */
export function closestName(written: string, names: readonly string[]): string | null {
  const lower = written.toLowerCase()
  const near = names
    .filter((name) => Math.abs(name.length - written.length) <= tolerance)
    .map((name) => ({ name, distance: distanceBetween(lower, name.toLowerCase()) }))
    // Two slips make another word of a short one.
    .filter(({ name, distance }) => distance <= tolerance && distance < name.length / 2)
    .toSorted((left, right) => left.distance - right.distance)
  return near[0]?.name ?? null
}

/** How many letters must be put in, taken out or changed to make one word of the other (Levenshtein). */
function distanceBetween(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1]
    for (const [column, other] of [...to].entries()) {
      const change = (above[column] ?? 0) + (letter === other ? 0 : 1)
      current.push(Math.min(change, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    above = current
  }
  return above.at(-1) ?? 0
}
