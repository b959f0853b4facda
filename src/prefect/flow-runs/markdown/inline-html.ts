import { closingFinder } from './closing-finder.ts'

const attribute = `\\s+[a-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*"))?`
const tag = new RegExp(`<(?:[a-z][a-z0-9-]*(?:${attribute})*\\s*/?|/[a-z][a-z0-9-]*\\s*)>`, 'iy')

/** Finds the end of raw HTML in a text with inline markup. */
export function inlineHtmlReader(text: string): (at: number) => number | undefined {
  const endOf = closingFinder(text)
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
