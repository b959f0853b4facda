const attribute = `\\s+[a-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*"))?`
const tag = new RegExp(`<(?:[a-z][a-z0-9-]*(?:${attribute})*\\s*/?|/[a-z][a-z0-9-]*\\s*)>`, 'iy')

/** Finds the end of raw HTML in a text with inline markup. What never ends is looked for once, not at each start. */
export function inlineHtmlReader(text: string): (at: number) => number | undefined {
  const absent = new Set<string>()

  function endOf(closing: string, from: number): number | undefined {
    if (absent.has(closing)) return undefined
    const at = text.indexOf(closing, from)
    if (at < 0) absent.add(closing)
    return at < 0 ? undefined : at + closing.length
  }

  return (at) => {
    if (text.startsWith('<!-->', at)) return at + '<!-->'.length
    if (text.startsWith('<!--->', at)) return at + '<!--->'.length
    if (text.startsWith('<!--', at)) return endOf('-->', at + '<!--'.length)
    if (text.startsWith('<![CDATA[', at)) return endOf(']]>', at)
    if (text.startsWith('<?', at)) return endOf('?>', at + '<?'.length)
    if (/^<![a-z]/i.test(text.slice(at, at + 3))) return endOf('>', at)
    tag.lastIndex = at
    return tag.test(text) ? tag.lastIndex : undefined
  }
}
