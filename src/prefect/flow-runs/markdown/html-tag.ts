import { decodedHtml } from './entities.ts'

/** A tag of raw HTML. */
export type HtmlTag = {
  /** In lower case; a closing tag's with its slash. */
  readonly name: string
  /** Where a link leads, its character references decoded. */
  readonly href: string | undefined
  /** The offset after it; undefined where the text ends before it. */
  readonly end: number | undefined
  /** The quotation mark that opens a value which the text does not close. */
  readonly openQuote: string | undefined
}

const tagName = /<(\/?[a-z][^\s/>]*)/iy
const attribute = /[\s/]*(=?[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)("?)|'([^']*)('?)|([^\s>"'][^\s>]*)?))?/y

/** Reads a tag as a browser does, which is more forgiving than Markdown; undefined where none begins at the offset. */
export function readHtmlTag(html: string, at: number): HtmlTag | undefined {
  tagName.lastIndex = at
  const name = tagName.exec(html)?.[1]?.toLowerCase()
  if (name === undefined) return undefined
  let href: string | undefined
  let end = tagName.lastIndex
  while (end < html.length) {
    if (html.charAt(end) === '>') return { name, href, end: end + 1, openQuote: undefined }
    attribute.lastIndex = end
    const [, key = '', double, doubleEnd, single, singleEnd, bare] = attribute.exec(html) ?? []
    if (doubleEnd === '') return { name, href, end: undefined, openQuote: '"' }
    if (singleEnd === '') return { name, href, end: undefined, openQuote: "'" }
    if (key.toLowerCase() === 'href') href ??= decodedHtml(double ?? single ?? bare ?? '')
    end = Math.max(end + 1, attribute.lastIndex)
  }
  return { name, href, end: undefined, openQuote: undefined }
}
