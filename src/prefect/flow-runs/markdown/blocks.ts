import {
  type Container,
  readContinued,
  readFootnoteMarker,
  readListMarker,
  readQuoteMarker,
} from './containers.ts'
import { type Definitions, readDefinitions } from './definitions.ts'
import { htmlBlockEnd } from './html-block.ts'
import { closesFence, isHeading, isSetextUnderline, isThematicBreak, type Leaf, readFence } from './leaf.ts'
import { indent, isBlank, type LineCursor, rest, startOfLine } from './line-cursor.ts'
import {
  type Block,
  closeHeading,
  closeTo,
  depthOf,
  emit,
  enter,
  fill,
  type Reading,
  startReading,
} from './reading.ts'
import { tableColumns } from './table.ts'

/** A Markdown text, in blocks. Footnotes stand apart: they are shown only where they are referred to. */
export type MarkdownDocument = {
  readonly blocks: readonly Block[]
  readonly footnotes: ReadonlyMap<string, readonly Block[]>
  readonly definitions: Definitions
}

const markersOnLine = 100 // GitHub reads no more list markers or footnotes on one line

/** Reads the blocks of a Markdown text as GitHub does, as far as it matters for what a reader is shown. */
export function readBlocks(text: string): MarkdownDocument {
  const blocks: Block[] = []
  const reading = startReading(blocks)
  for (const line of text.split(/\r\n|\n|\r/)) readLine(reading, startOfLine(line))
  closeTo(reading, 0)
  return { blocks, footnotes: reading.footnotes, definitions: reading.definitions }
}

function readLine(reading: Reading, cursor: LineCursor): void {
  const continued = readContinued(reading.containers, cursor)
  if (continued === depthOf(reading) && readVerbatim(reading, cursor)) return
  const depth = openContainers(reading, cursor, continued)
  const inside = depth === depthOf(reading)
  if (isBlank(cursor)) {
    if (!inside || reading.leaf?.kind !== 'indented') closeTo(reading, depth)
  } else if (indent(cursor) > 3 && reading.leaf?.kind !== 'paragraph') {
    readIndented(reading, rest(cursor), depth)
  } else if (indent(cursor) > 3 || !readOwnForm(reading, rest(cursor), depth)) {
    readText(reading, rest(cursor), depth)
  }
}

/** Reads a line of fenced code or raw HTML, in which no other block begins. */
function readVerbatim(reading: Reading, cursor: LineCursor): boolean {
  const { leaf } = reading
  const line = rest(cursor)
  if (leaf?.kind === 'fence') {
    if (indent(cursor) < 4 && closesFence(leaf.fence, line)) closeTo(reading, depthOf(reading))
    else leaf.lines.push(line)
  } else if (leaf?.kind === 'html') {
    leaf.lines.push(line)
    if (leaf.end === null ? isBlank(cursor) : leaf.end.test(line)) closeTo(reading, depthOf(reading))
  }
  return leaf?.kind === 'fence' || leaf?.kind === 'html'
}

/** Opens the containers whose markers come next, and returns how many are then open for the rest of the line. */
function openContainers(reading: Reading, cursor: LineCursor, continued: number): number {
  let depth = continued
  for (let markers = 0; !isBlank(cursor) && indent(cursor) < 4; markers++) {
    const interrupts = interruptsParagraph(reading, depth)
    const container = readQuoteMarker(cursor)
      ? ({ kind: 'quote' } as const)
      : markers < markersOnLine && readMarker(cursor, interrupts)
    if (!container) break
    closeTo(reading, depth)
    enter(reading, container)
    depth = depthOf(reading)
  }
  return depth
}

function readMarker(cursor: LineCursor, interrupts: boolean): Container | undefined {
  const line = rest(cursor)
  if (!/^[-+*\d[]/.test(line)) return undefined
  if ((interrupts && isSetextUnderline(line)) || isThematicBreak(line)) return undefined
  return readFootnoteMarker(cursor) ?? readListMarker(cursor, interrupts)
}

function interruptsParagraph(reading: Reading, depth: number): boolean {
  return reading.leaf?.kind === 'paragraph' && depth === depthOf(reading)
}

function readIndented(reading: Reading, line: string, depth: number): void {
  const goesOn = reading.leaf?.kind === 'indented' && depth === depthOf(reading)
  if (!goesOn) start(reading, { kind: 'indented', lines: [] }, depth)
  if (reading.leaf?.kind === 'indented') reading.leaf.lines.push(line)
}

/** Reads a line whose form alone makes it a block, or the start of one. Returns whether it does. */
function readOwnForm(reading: Reading, line: string, depth: number): boolean {
  if (!/^[-#`~<=*_]/.test(line)) return false
  const interrupts = interruptsParagraph(reading, depth)
  if (isHeading(line)) {
    closeTo(reading, depth)
    emit(reading, { kind: 'inline', text: line })
    return true
  }
  const fence = readFence(line)
  if (fence) {
    start(reading, { kind: 'fence', fence, lines: [] }, depth)
    return true
  }
  const end = htmlBlockEnd(line, interrupts)
  if (end !== undefined) {
    start(reading, { kind: 'html', end, lines: [line] }, depth)
    if (end?.test(line)) closeTo(reading, depth)
    return true
  }
  if (interrupts && isSetextUnderline(line) && closeHeading(reading)) return true
  if (!isThematicBreak(line)) return false
  closeTo(reading, depth)
  return true
}

/** Reads a line of a paragraph or table; a paragraph goes on even where the markers of its containers are left out. */
function readText(reading: Reading, line: string, depth: number): void {
  const { leaf } = reading
  const inside = depth === depthOf(reading)
  if (leaf?.kind === 'table' && inside) leaf.rows.push(line)
  else if (leaf?.kind !== 'paragraph') start(reading, { kind: 'paragraph', lines: [line] }, depth)
  else if (!inside || !readTableStart(reading, leaf.lines, line)) leaf.lines.push(line)
}

/** Makes a table of a paragraph's last line where this line says so, and that line is no definition. */
function readTableStart(reading: Reading, lines: string[], line: string): boolean {
  const columns = tableColumns(lines.at(-1) ?? '', line)
  if (columns === undefined) return false
  const text = readDefinitions(lines.join('\n'), reading.definitions)
  const headerStart = text.lastIndexOf('\n') + 1
  const header = text.slice(headerStart)
  lines.length = 0
  if (headerStart > 0) lines.push(text.slice(0, headerStart))
  if (header === '') return false
  start(reading, { kind: 'table', columns, rows: [header] }, depthOf(reading))
  return true
}

function start(reading: Reading, leaf: Leaf, depth: number): void {
  closeTo(reading, depth)
  fill(reading.containers)
  reading.leaf = leaf
}
