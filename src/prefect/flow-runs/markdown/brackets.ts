import { normalizedLabel, readLabel } from './definitions.ts'
import type { Inline, Labels } from './inline.ts'
import { readDestination, readTitle, skipSpace } from './link-target.ts'

/** A `[` or `![` that may turn out to begin a link or an image. */
export type Bracket = {
  /** Its place among the inlines. */
  readonly place: number
  readonly contentStart: number
  readonly image: boolean
  /** Whether it may still be a link: a link holds no other. */
  active: boolean
  /** Whether another bracket begins after it; its content is then no label. */
  holdsBracket: boolean
}

type Closing = {
  readonly text: string
  /** Where the `]` stands. */
  readonly at: number
  readonly inlines: Inline[]
  readonly brackets: Bracket[]
  readonly labels: Labels
}

export function openBracket(brackets: Bracket[], place: number, contentStart: number, image: boolean): void {
  const outer = brackets.at(-1)
  if (outer) outer.holdsBracket = true
  brackets.push({ place, contentStart, image, active: true, holdsBracket: false })
}

/** Makes a link, image or footnote of what a `]` closes, and returns where it ends; undefined where it is none. */
export function closeBracket(closing: Closing): number | undefined {
  const bracket = closing.brackets.pop()
  if (!bracket?.active) return undefined
  const link = readInlineTarget(closing.text, closing.at + 1) ?? readReference(closing, bracket)
  if (!link) return readFootnote(closing, bracket)
  if (bracket.image) {
    closing.inlines.length = bracket.place // what an image shows while it is missing is no text of the page
    closing.inlines.push({ kind: 'image' })
  } else {
    closing.inlines[bracket.place] = { kind: 'link', target: link.target }
    closing.inlines.push({ kind: 'link-end' })
    deactivateLinks(closing.brackets)
  }
  return link.end
}

/** Reads `(destination "title")`. */
function readInlineTarget(text: string, at: number): { target: string; end: number } | undefined {
  if (text.charAt(at) !== '(') return undefined
  const destination = readDestination(text, skipSpace(text, at + 1))
  if (!destination) return undefined
  const titleStart = skipSpace(text, destination.end)
  const titleEnd = titleStart > destination.end ? readTitle(text, titleStart) : undefined
  const end = skipSpace(text, titleEnd ?? destination.end)
  return text.charAt(end) === ')' ? { target: destination.value, end: end + 1 } : undefined
}

/** Looks up `[text][label]`, `[label][]` or `[label]` among the definitions. */
function readReference(
  { text, at, labels }: Closing,
  bracket: Bracket,
): { target: string; end: number } | undefined {
  const full = readLabel(text, at + 1)
  const fromContent = !full || full.label === ''
  if (fromContent && bracket.holdsBracket) return undefined
  const label = fromContent ? text.slice(bracket.contentStart, at) : full.label
  if (label === '' || label.length > 999) return undefined
  const target = labels.definitions.get(normalizedLabel(label))
  return target === undefined ? undefined : { target, end: full?.end ?? at + 1 }
}

function readFootnote({ text, at, inlines, labels }: Closing, bracket: Bracket): number | undefined {
  if (text.charAt(bracket.contentStart) !== '^') return undefined
  const label = /^\^([^\s[\]]{1,999})$/.exec(
    text.slice(bracket.contentStart, Math.min(at, bracket.contentStart + 1001)),
  )?.[1]
  if (label === undefined || !labels.footnotes.has(normalizedLabel(label))) return undefined
  inlines.length = bracket.place
  inlines.push({ kind: 'footnote', label: normalizedLabel(label) })
  return at + 1
}

function deactivateLinks(brackets: readonly Bracket[]): void {
  for (let index = brackets.length - 1; index >= 0; index--) {
    const bracket = brackets[index]
    if (!bracket || (!bracket.image && !bracket.active)) return // those before it are inactive already
    if (!bracket.image) bracket.active = false
  }
}
