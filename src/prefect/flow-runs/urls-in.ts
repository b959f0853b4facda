const scheme = /https?:\/\//gi
const schemeHere = /https?:\/\//iy
// A URL reaches at most to here. Brackets and quotes are looked at one by one, below.
const terminator = /[\s\p{C}<>`|{}\\^]|[^\p{ASCII}\p{L}\p{N}\p{M}]/u
// What a log may leave hard before a URL: an escaped character of JSON, a colour of a terminal.
const escapeBefore = /(?:\\(?:[bfnrt]|u[0-9a-f]{4})|\[[\d;]{0,20}m)$/i

const sentenceEnd = /[?!.,:;*_~'"]/ // and an emphasis's

/** Where in a text a URL begins, and the offset after it. */
export type UrlPlace = { readonly start: number; readonly end: number }

/**
 * The http(s) URLs in a text without markup. One that is part of another URL (a redirect's target, say) or of another
 * scheme (`git+https:`) is none. Time grows with the length of the text only.
 */
export function* urlsIn(text: string): Generator<UrlPlace> {
  let previousEnd = 0
  for (const { index } of text.matchAll(scheme)) {
    if (index < previousEnd) continue
    const own = !continuesWord(text, index) && !continuesAddress(text, previousEnd, index)
    previousEnd = endOfUrl(text, index)
    if (own) yield { start: index, end: withoutSentenceEnd(text, previousEnd) }
  }
}

function continuesWord(text: string, start: number): boolean {
  return (
    /[0-9a-z+]/i.test(text.charAt(start - 1)) &&
    !escapeBefore.test(text.slice(Math.max(0, start - 24), start))
  )
}

/** Whether what stands hard before is an address without a scheme that goes on here, as in `example.com/?to=https:`. */
function continuesAddress(text: string, from: number, start: number): boolean {
  let first = start
  while (first > from && !/[\s,;<>()[\]"'`|{}\\]/.test(text.charAt(first - 1))) first--
  const [host = '', ...rest] = text.slice(first, start).replace(/^\W+/, '').split(/[/?#]/, 2)
  return rest.length > 0 && /[\w-]\.[\w-]/.test(host)
}

function endOfUrl(text: string, start: number): number {
  const open = { '(': 0, '[': 0 }
  let inQuery = false
  let at = text.indexOf('/', start) + 2
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (terminator.test(character)) return at
    if (character === '?' || character === '#') inQuery = true
    if (/["']/.test(character) && text.charAt(at - 1) !== '=') return at
    if (/[,;]/.test(character) && !inQuery && startsUrl(text, at + 1)) return at
    if (character === '(' || character === '[') open[character]++
    if (character === ')' && --open['('] < 0) return at
    if (character === ']' && --open['['] < 0) return at
    at += character.length
  }
  return at
}

function withoutSentenceEnd(text: string, end: number): number {
  let last = end
  while (sentenceEnd.test(text.charAt(last - 1))) last--
  return last
}

function startsUrl(text: string, at: number): boolean {
  schemeHere.lastIndex = at
  return schemeHere.test(text)
}
