import { readFile } from 'node:fs/promises'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toString as textOf } from 'mdast-util-to-string'
import { gfm } from 'micromark-extension-gfm'

/** What a reader of a Markdown file is shown and led to. */
export interface Document {
  /** The addresses of links and pictures, as they are written. */
  targets: string[]
  /** Its headings, as the last part of a link names them. */
  anchors: string[]
  /** Blocks of code and words in code. */
  code: string[]
  /** The tables: the cells of each row, as plain text; the first row is the head. */
  tables: string[][][]
}

const htmlTarget = /(?:href|src|srcset)="([^"]+)"/g

export async function readDocument(file: URL): Promise<Document> {
  const tree = fromMarkdown(await readFile(file, 'utf8'), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const document: Document = { targets: [], anchors: [], code: [], tables: [] }
  look(tree, document)
  return document
}

function look(node: Nodes, document: Document): void {
  const { targets, anchors, code, tables } = document
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') targets.push(node.url)
  if (node.type === 'html') {
    for (const [, target] of node.value.matchAll(htmlTarget)) targets.push(target ?? '')
  }
  if (node.type === 'heading') anchors.push(anchorOf(textOf(node)))
  if (node.type === 'code' || node.type === 'inlineCode') code.push(node.value)
  if (node.type === 'table') tables.push(node.children.map((row) => row.children.map((cell) => textOf(cell))))
  if ('children' in node) for (const child of node.children) look(child, document)
}

/** As GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}
