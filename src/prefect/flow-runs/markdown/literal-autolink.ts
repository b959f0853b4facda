const url = /(?:https?|ftp):\/\/[^\s<]*/iy

/** The end of the URL that GitHub makes a link of at this offset, markup inside it included. */
export function literalAutolinkEnd(text: string, at: number): number | undefined {
  url.lastIndex = at
  const [matched = ''] = url.exec(text) ?? []
  if (!/^[a-z]+:\/\/[\p{L}\p{N}]/iu.test(matched)) return undefined
  return at + withoutTrail(matched).length
}

/** Without the punctuation that ends a sentence, an emphasis or a parenthesis around the URL rather than the URL. */
function withoutTrail(matched: string): string {
  let end = matched.length
  let unopened = count(matched, ')') - count(matched, '(')
  for (;;) {
    const last = matched.charAt(end - 1)
    const reference = last === ';' ? /&[a-z]+;$/i.exec(matched.slice(Math.max(0, end - 40), end)) : null
    if (reference) end -= reference[0].length
    else if (/[?!.,:*_~'"]/.test(last)) end--
    else if (last === ')' && unopened-- > 0) end--
    else return matched.slice(0, end)
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
