import { indent, isBlank, type LineCursor, skipColumns, skipMarker } from './line-cursor.ts'

/** A block that holds other blocks. */
export type Container =
  | { readonly kind: 'quote' }
  | { readonly kind: 'item' /** Columns before its content. */; readonly indent: number; empty: boolean }
  | { readonly kind: 'footnote'; readonly label: string }

/** The open containers, outermost first. */
export type OpenContainers = {
  readonly stack: Container[]
  /** Where those stand that an empty line ends, and those that a blank one may end. */
  readonly quotes: number[]
  readonly endable: number[]
}

export function open({ stack, quotes, endable }: OpenContainers, container: Container): void {
  if (container.kind === 'quote') quotes.push(stack.length)
  if (container.kind !== 'item') endable.push(stack.length)
  stack.push(container)
}

export function closeDownTo({ stack, quotes, endable }: OpenContainers, depth: number): void {
  stack.length = Math.min(stack.length, depth)
  for (const places of [quotes, endable]) while ((places.at(-1) ?? -1) >= depth) places.pop()
}

/** Reads the markers by which a line stays in the open containers, and returns how many of them it stays in. */
export function readContinued({ stack, quotes, endable }: OpenContainers, cursor: LineCursor): number {
  let depth = cursor.line === '' ? (quotes[0] ?? stack.length) : 0
  let passed = 0
  for (;;) {
    if (isBlank(cursor) && cursor.line !== '') depth = endable[passed] ?? stack.length // a blank line stays in all items of lists up to there
    const container = stack[depth]
    if (container === undefined) break
    if (!continues(container, cursor)) return depth
    if (container.kind !== 'item') passed++
    depth++
  }
  const last = stack.at(-1)
  const stillEmpty = isBlank(cursor) && last?.kind === 'item' && last.empty && indent(cursor) < last.indent
  return stillEmpty ? depth - 1 : depth // two blank lines make no item
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
