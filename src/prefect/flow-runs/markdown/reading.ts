import { type Container, closeDownTo, type OpenContainers, open } from './containers.ts'
import { type Definitions, normalizedLabel, readDefinitions } from './definitions.ts'
import type { Leaf } from './leaf.ts'
import { shownCells } from './table.ts'

/** What a block shows: text with inline markup, code, or raw HTML. */
export type Block = { readonly kind: 'inline' | 'code' | 'html'; readonly text: string }

/** How far the blocks of a text are read: what is open, and what is finished. */
export type Reading = {
  readonly containers: OpenContainers
  leaf: Leaf | undefined
  /** Where finished blocks go: the document's, then those of the footnotes that are open. */
  readonly outputs: { readonly depth: number; readonly blocks: Block[] }[]
  readonly footnotes: Map<string, Block[]>
  readonly definitions: Definitions
}

export function startReading(blocks: Block[]): Reading {
  return {
    containers: { stack: [], quotes: [], endable: [] },
    leaf: undefined,
    outputs: [{ depth: 0, blocks }],
    footnotes: new Map(),
    definitions: new Map(),
  }
}

export function depthOf({ containers }: Reading): number {
  return containers.stack.length
}

export function emit(reading: Reading, block: Block): void {
  fill(reading.containers)
  reading.outputs.at(-1)?.blocks.push(block)
}

export function enter(reading: Reading, container: Container): void {
  fill(reading.containers)
  open(reading.containers, container)
  if (container.kind !== 'footnote') return
  const blocks: Block[] = []
  const label = normalizedLabel(container.label)
  if (!reading.footnotes.has(label)) reading.footnotes.set(label, blocks) // the first of a name is the one shown
  reading.outputs.push({ depth: depthOf(reading), blocks })
}

/** Closes what is open, down to so many containers. */
export function closeTo(reading: Reading, depth: number): void {
  closeLeaf(reading)
  closeDownTo(reading.containers, depth)
  while ((reading.outputs.at(-1)?.depth ?? 0) > depth) reading.outputs.pop()
}

/** Closes the open paragraph as a heading, or returns false where it held nothing but definitions. */
export function closeHeading(reading: Reading): boolean {
  const text = closeParagraph(reading)
  if (text !== '') emit(reading, { kind: 'inline', text })
  return text !== ''
}

function closeLeaf(reading: Reading): void {
  const { leaf } = reading
  if (leaf?.kind === 'paragraph') closeHeading(reading)
  reading.leaf = undefined
  if (leaf?.kind === 'table') {
    for (const text of leaf.rows.flatMap((row) => shownCells(row, leaf.columns)))
      emit(reading, { kind: 'inline', text })
  }
  const shownAsCode = leaf?.kind === 'indented' || (leaf?.kind === 'fence' && !leaf.fence.drawn)
  if (shownAsCode) emit(reading, { kind: 'code', text: leaf.lines.join('\n') })
  if (leaf?.kind === 'html') emit(reading, { kind: 'html', text: leaf.lines.join('\n') })
}

function closeParagraph(reading: Reading): string {
  const lines = reading.leaf?.kind === 'paragraph' ? reading.leaf.lines : []
  reading.leaf = undefined
  return readDefinitions(lines.join('\n'), reading.definitions).trim()
}

/** Notes that something stands in the innermost container. */
export function fill({ stack }: OpenContainers): void {
  const last = stack.at(-1)
  if (last?.kind === 'item') last.empty = false
}
