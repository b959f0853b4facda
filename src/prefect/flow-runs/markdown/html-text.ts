import { readHtmlTag } from './html-tag.ts'

/** What raw HTML shows, piece by piece. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'link-end' | 'image' }
  /** It ends inside a comment or a quoted value, which goes on in the next raw HTML: read that with this before it. */
  | { readonly kind: 'unclosed'; readonly resume: string }

const dropped = /^(?:script|style|title|template|iframe|noembed|noframes)$/

/** Whether GitHub drops an element together with what it holds. */
export const isDropped = (name: string) => dropped.test(name)

/**
 * Reads raw HTML as a browser does: of comments and attributes a reader meets nothing but where links lead.
 * Where browsers and GitHub's own rules may differ, the reading that hides more is taken.
 */
export function* readHtml(html: string): Generator<HtmlPiece> {
  let shown = 0 // start of the text not yet handed out
  let at = html.indexOf('<')
  while (at >= 0) {
    const comment = html.startsWith('<!--', at)
    const tag = readHtmlTag(html, at)
    if (!comment && !tag && !/[!?/]/.test(html.charAt(at + 1))) {
      at = html.indexOf('<', at + 1)
      continue
    }
    if (at > shown) yield { kind: 'text', text: html.slice(shown, at) }
    let end = tag ? tag.end : endOfHidden(html, at)
    if (end === undefined) {
      if (comment) yield { kind: 'unclosed', resume: '<!-- ' }
      if (tag?.openQuote) yield { kind: 'unclosed', resume: `<b a=${tag.openQuote}` }
      return
    }
    if (tag) {
      if (tag.name === 'a')
        yield tag.href === undefined ? { kind: 'link-end' } : { kind: 'link', target: tag.href }
      if (tag.name === '/a') yield { kind: 'link-end' }
      if (tag.name === 'img') yield { kind: 'image' }
      if (isDropped(tag.name)) end = endOfElement(html, end, tag.name)
    }
    shown = end
    at = html.indexOf('<', end)
  }
  if (shown < html.length) yield { kind: 'text', text: html.slice(shown) }
}

/** The end of a comment, or of what browsers take for one; undefined where it has none. */
function endOfHidden(html: string, at: number): number | undefined {
  if (html.startsWith('<!--', at)) return endOfComment(html, at)
  const closing = html.startsWith('<![CDATA[', at) ? ']]>' : html.startsWith('<?', at) ? '?>' : '>'
  return after(html, closing, at) ?? after(html, '>', at)
}

/** `<!-->` is a whole comment, but where another `-->` follows it may have been meant to begin one. */
function endOfComment(html: string, at: number): number | undefined {
  const end = after(html, '-->', at + '<!--'.length)
  const whole = /^<!--?->/.exec(html.slice(at, at + 6))
  if (!whole) return end
  const next = html.indexOf('<!--', at + 1)
  return end === undefined || (next >= 0 && next < end) ? at + whole[0].length : end
}

function endOfElement(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}\\b[^>]*>?`, 'gi')
  closing.lastIndex = from
  return closing.test(html) ? closing.lastIndex : html.length
}

function after(html: string, closing: string, from: number): number | undefined {
  const at = html.indexOf(closing, from)
  return at < 0 ? undefined : at + closing.length
}
