import { cut } from '../../visible-text.ts'

/** These would end a table cell, or look like a hidden comment: they stand between code spans, as entities. */
const loose = /(\||(?<=<)!(?=--))/

/**
 * Untrusted text as Markdown that GitHub shows to the letter, in a sentence as in a table cell, and does nothing
 * with: a code span is where it neither mentions, nor links, nor formats. What cannot be seen is left out.
 *
 * @param limit in code points; what is longer is cut, and ends in `…`
 */
export function plainText(untrusted: string, limit: number): string {
  const visible = cut(untrusted.slice(0, limit * 20), limit)
  if (visible === '') return '(empty)'
  return visible
    .split(loose)
    .map((piece, index) => (index % 2 === 1 ? entity(piece) : codeSpan(piece)))
    .join('')
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`
}

/** A fence that the text does not hold; a blank on both sides is Markdown's, not the text's. */
function codeSpan(text: string): string {
  if (text === '') return ''
  const runs = new Set(text.match(/`+/g)?.map((run) => run.length))
  let length = 1
  while (runs.has(length)) length += 1
  const fence = '`'.repeat(length)
  const padding = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : ''
  return `${fence}${padding}${text}${padding}${fence}`
}
