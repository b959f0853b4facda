import { readBlocks } from './markdown/blocks.ts'
import { withoutDropped } from './markdown/dropped-elements.ts'
import { readInlines } from './markdown/inlines.ts'
import type { Block } from './markdown/reading.ts'
import { endLine, showCode, showHtml, showInlines, startPage, type VisiblePart } from './page.ts'

/**
 * What a reader of a Markdown text, as GitHub renders it, can see or click, in the order of the page. Left out are
 * HTML comments and attributes other than links' targets, definitions and footnotes that nothing refers to, titles,
 * images' sources and descriptions, languages of code, cells beyond a table's columns, and links without content.
 */
export function visibleParts(text: string): readonly VisiblePart[] {
  const { blocks, ...labels } = readBlocks(text)
  const page = startPage()
  const show = ({ kind, text }: Block) => {
    endLine(page)
    if (kind === 'html') showHtml(page, text)
    else if (kind === 'code') showCode(page, text, 'code')
    else showInlines(page, withoutDropped(readInlines(text, labels)))
  }
  blocks.forEach(show)
  for (const label of page.footnotes) labels.footnotes.get(label)?.forEach(show) // which may refer to more of them
  return page.parts
}
