import { closingFinder } from './closing-finder.ts'
import { blockNames } from './html-block.ts'
import { type HtmlTag, readHtmlTag } from './html-tag.ts'

/** What raw HTML shows, piece by piece. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'link-end' | 'image' | 'line-end' }
  /** It ends inside a comment or a quoted value, which goes on in the next raw HTML: read that with this before it. */
  | { readonly kind: 'unclosed'; readonly resume: string }

/** Something in raw HTML that is not shown. */
type Hidden = {
  /** Where a browser reads on; undefined where the text ends before it. */
  readonly end: number | undefined
  /** Where text is shown again: later, where Markdown's rules end it later than a browser does. */
  readonly shownFrom?: number | undefined
  /** What to read before the raw HTML that comes next, where the end is in there. */
  readonly resume?: string | undefined
}

const dropped = /^(?:script|style|title|template|iframe|noembed|noframes)$/

/** Elements that begin a line of their own, and end it. */
const ownLine = new RegExp(`^/?(?:${blockNames}|br|pre)$`)

/** Whether GitHub drops an element together with what it holds. */
export const isDropped = (name: string) => dropped.test(name)

/**
 * Reads raw HTML as a browser does: of comments and attributes a reader meets nothing but where links lead.
 * Where browsers and GitHub's own rules may differ, the reading that hides more is taken.
 */
export function* readHtml(html: string): Generator<HtmlPiece> {
  const endOf = closingFinder(html)
  let shownFrom = 0 // where the text begins that is not yet handed out
  let at = html.indexOf('<')
  while (at >= 0) {
    const tag = readHtmlTag(html, at)
    const hidden = tag ? ofTag(html, tag) : readHidden(html, at, endOf)
    if (hidden && at >= shownFrom) {
      yield { kind: 'text', text: html.slice(shownFrom, at) }
      if (tag?.end !== undefined) yield* tagPieces(tag)
    }
    if (hidden?.resume !== undefined) yield { kind: 'unclosed', resume: hidden.resume }
    if (hidden && hidden.end === undefined) return
    const end = hidden?.end ?? at + 1
    if (hidden) shownFrom = Math.max(shownFrom, end, hidden.shownFrom ?? 0)
    at = html.indexOf('<', end)
  }
  yield { kind: 'text', text: html.slice(shownFrom) }
}

function* tagPieces({ name, href }: HtmlTag): Generator<HtmlPiece> {
  if (name === 'a') yield href === undefined ? { kind: 'link-end' } : { kind: 'link', target: href }
  else if (name === '/a') yield { kind: 'link-end' }
  else if (name === 'img') yield { kind: 'image' }
  else if (ownLine.test(name)) yield { kind: 'line-end' }
}

function ofTag(html: string, { name, end, openQuote }: HtmlTag): Hidden {
  if (openQuote !== undefined) return { end, resume: `<b a=${openQuote}` }
  if (end === undefined || !isDropped(name)) return { end }
  const closing = new RegExp(`</${name}\\b[^>]*>?`, 'gi')
  closing.lastIndex = end
  return { end: closing.test(html) ? closing.lastIndex : undefined }
}

/** A comment, or what browsers take for one; undefined where the `<` is text. */
function readHidden(html: string, at: number, endOf: ReturnType<typeof closingFinder>): Hidden | undefined {
  if (html.startsWith('<!--', at)) return readComment(html, at, endOf)
  if (!/[!?/]/.test(html.charAt(at + 1))) return undefined
  const closing = html.startsWith('<![CDATA[', at) ? ']]>' : html.startsWith('<?', at) ? '?>' : '>'
  return { end: endOf('>', at), shownFrom: endOf(closing, at) }
}

/** `<!-->` is a whole comment, but where another `-->` follows it may have been meant to begin one. */
function readComment(html: string, at: number, endOf: ReturnType<typeof closingFinder>): Hidden {
  const end = endOf('-->', at + '<!--'.length)
  const [whole] = /^<!--?->/.exec(html.slice(at, at + '<!--->'.length)) ?? []
  const next = whole === undefined ? -1 : html.indexOf('<!--', at + 1)
  if (whole !== undefined && (end === undefined || (next >= 0 && next < end)))
    return { end: at + whole.length }
  return end === undefined ? { end, resume: '<!-- ' } : { end }
}
