import { indent, isBlank, type LineCursor, skipColumns, skipMarker } from './line-cursor.ts'

/** A block that holds other blocks. */
export type Container =
  | { readonly kind: 'quote' }
  | { readonly kind: 'item' /** Columns before its content. */; readonly indent: number; empty: boolean }
  | { readonly kind: 'footnote'; readonly label: string }

/** The open containers, outermost first. Where the quotes stand is kept too: only they end at a blank line. */
export type OpenContainers = { readonly stack: Container[]; readonly quotes: number[] }

export function open(containers: OpenContainers, container: Container): void {
  if (container.kind === 'quote') containers.quotes.push(containers.stack.length)
  containers.stack.push(container)
}

export function closeDownTo(containers: OpenContainers, depth: number): void {
  containers.stack.length = Math.min(containers.stack.length, depth)
  while ((containers.quotes.at(-1) ?? -1) >= depth) containers.quotes.pop()
}

/** Reads the markers by which a line stays in the open containers, and returns how many of them it stays in. */
export function readContinued({ stack, quotes }: OpenContainers, cursor: LineCursor): number {
  let depth = 0
  let quotesPassed = 0
  for (;;) {
    if (isBlank(cursor)) return blankContinues(stack, quotes[quotesPassed] ?? stack.length)
    const container = stack[depth]
    if (container === undefined || !continues(container, cursor)) return depth
    if (container.kind === 'quote') quotesPassed++
    depth++
  }
}

/** A blank line stays in every container up to the next quote, but two do not make an item of a list. */
function blankContinues(stack: readonly Container[], depth: number): number {
  const last = stack[depth - 1]
  return depth === stack.length && last?.kind === 'item' && last.empty ? depth - 1 : depth
}

function continues(container: Container, cursor: LineCursor): boolean {
  if (container.kind === 'quote') return readQuoteMarker(cursor)
  const columns = container.kind === 'item' ? container.indent : 4
  if (indent(cursor) < columns) return false
  skipColumns(cursor, columns)
  return true
}

/** Reads a `>` and one column of the white space after it. */
export function readQuoteMarker(cursor: LineCursor): boolean {
  if (indent(cursor) > 3 || cursor.line.charAt(cursor.word) !== '>') return false
  skipMarker(cursor, 1)
  if (indent(cursor) > 0) skipColumns(cursor, 1)
  return true
}

const listMarker = /(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/y

/** Reads the marker of a list item; one that would interrupt a paragraph must have content, and number 1. */
export function readListMarker(cursor: LineCursor, interruptsParagraph: boolean): Container | undefined {
  listMarker.lastIndex = cursor.word
  const [marker, number = '1'] = listMarker.exec(cursor.line) ?? []
  if (marker === undefined) return undefined
  const markerIndent = indent(cursor) + marker.length
  const empty = /^\s*$/.test(cursor.line.slice(cursor.word + marker.length))
  if (interruptsParagraph && (empty || Number(number) !== 1)) return undefined
  skipMarker(cursor, marker.length)
  const padding = empty || indent(cursor) > 4 ? 1 : indent(cursor) // more is indented code
  if (!empty) skipColumns(cursor, padding)
  return { kind: 'item', indent: markerIndent + padding, empty }
}

const footnoteMarker = /\[\^([^\]\s[]{1,999})\]:/y

/** Reads the marker of a footnote's definition. */
export function readFootnoteMarker(cursor: LineCursor): Container | undefined {
  footnoteMarker.lastIndex = cursor.word
  const [marker, label] = footnoteMarker.exec(cursor.line) ?? []
  if (marker === undefined || label === undefined) return undefined
  skipMarker(cursor, marker.length)
  return { kind: 'footnote', label }
}
