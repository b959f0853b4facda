import { decodedMarkdown } from './markdown/entities.ts'

/**
 * How far a line has been read, as a reader sees it, and what that says of a flow run that comes next. A run is closed
 * where a form of fix, close, resolve or resume comes before it with nothing but blanks, colons, dashes, brackets and
 * quotation marks between, as GitHub and Linear read these words. A list of runs after one word counts whole.
 */
export type Line = {
  /** Where the next piece stands: right after a closing word, right after a run that one closes, or neither. */
  place: 'after-word' | 'in-list' | 'elsewhere'
  /** The last characters that were seen: a word may go on, or begin, in the next piece. */
  tail: string
  /** Whether the open link leads to a run that is closed: its text does not part it from the rest of the list. */
  linkInList: boolean
}

const longestTail = 40
// Emphasis is left as it is written, and what cannot be seen parts no word.
const unseen = /[*_~`\p{Cf}]/gu
const between = String.raw`\s:\uff1a\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}<>"'`
const onlyBetween = new RegExp(`^[${between}]*$`, 'u')
// No `or`: it leaves open which of the runs are meant.
const onlySeparators = new RegExp(`^(?:[${between},;&\uff0c\u3001]|and)*$`, 'iu')
// The whole word: a compound such as `bug-fixes` is another one, and one such as `un-resolved` says the opposite.
const closingWord = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}\p{Pd}])(?:fix(?:e[sd]|ing)?|(?:clos|resolv|resum)(?:e[sd]?|ing))[${between}]*$`,
  'iu',
)

export function startLine(): Line {
  return { place: 'elsewhere', tail: '', linkInList: false }
}

export function endLine(line: Line): void {
  Object.assign(line, startLine())
}

/** Reads text, which may hold line breaks. */
export function seeText(line: Line, text: string): void {
  const lineEnd = text.lastIndexOf('\n')
  if (lineEnd >= 0) endLine(line)
  const seen = decodedMarkdown(text.slice(lineEnd + 1)).replace(unseen, '')
  const goesOn = line.place === 'in-list' ? onlySeparators : onlyBetween
  const read = line.tail + seen
  if (!goesOn.test(seen)) line.place = closingWord.test(read) ? 'after-word' : 'elsewhere'
  line.tail = read.slice(-longestTail)
}

/** Reads something that is seen and is no word: an image, an address. */
export function seeOther(line: Line): void {
  line.place = 'elsewhere'
  line.tail = ''
}

/** Reads a flow run, and returns whether it is closed. */
export function seeRun(line: Line): boolean {
  const closing = line.place !== 'elsewhere'
  line.place = closing ? 'in-list' : 'elsewhere'
  line.tail = ''
  return closing
}

/** Reads the beginning of a link to a flow run, and returns whether the run is closed. */
export function seeLinkToRun(line: Line): boolean {
  line.linkInList = seeRun(line)
  return line.linkInList
}

export function seeLinkEnd(line: Line): void {
  if (line.linkInList) line.place = 'in-list'
  line.linkInList = false
}
