// The names that can stand for a character of a URL, or for one that nobody sees. Others stay as they are written,
// so that a URL with one of them is not taken for a flow run's.
const named = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['colon', ':'],
  ['commat', '@'],
  ['emsp', '\u2003'],
  ['ensp', '\u2002'],
  ['equals', '='],
  ['gt', '>'],
  ['lowbar', '_'],
  ['lrm', '\u200e'],
  ['lt', '<'],
  ['nbsp', '\u00a0'],
  ['NoBreak', '\u2060'],
  ['num', '#'],
  ['percnt', '%'],
  ['period', '.'],
  ['quest', '?'],
  ['quot', '"'],
  ['rlm', '\u200f'],
  ['shy', '\u00ad'],
  ['sol', '/'],
  ['thinsp', '\u2009'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ZeroWidthSpace', '\u200b'],
])

const reference = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,14}));/gi
const escapeOrReference = /\\([!-/:-@[-`{-~])|&#?\w{1,14};/g

/** Markdown with its backslash escapes and character references replaced by what they stand for. */
export function decodedMarkdown(text: string): string {
  return text.replace(escapeOrReference, (piece, escaped) => escaped ?? decodedHtml(piece))
}

/** HTML with its character references replaced by what they stand for. */
export function decodedHtml(text: string): string {
  return text.replace(reference, (whole, hexadecimal, decimal, name) => {
    if (name !== undefined) return named.get(name) ?? whole
    return character(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16))
  })
}

function character(codePoint: number): string {
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd'
}
