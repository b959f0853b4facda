import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** Markdown as GitHub reads it. */
export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/** All nodes, parents before children. */
export function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])]
}

/** What a reader sees of a node. */
export function seen(node: Nodes): string {
  return textsOf(node, ['text', 'inlineCode'])
}

/** What GitHub looks through for mentions, references and addresses: all but code. */
export function searched(node: Nodes): string {
  return textsOf(node, ['text'])
}

function textsOf(node: Nodes, types: readonly string[]): string {
  return nodesOf(node)
    .map((inner) => (types.includes(inner.type) && 'value' in inner ? inner.value : ''))
    .join('')
}
