import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** Text, or raw HTML. */
type Piece = { readonly text: string; readonly raw: boolean }

/** What a Markdown parser says that a reader sees or can click. Of raw HTML, what stands outside comments and tags. */
export function rendered(text: string): string[] {
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const definitions = new Map<string, string>()
  const footnotes = new Map<string, Nodes>()
  const used = new Set<string>()
  collect(root, definitions, footnotes)
  const shown = pieces(root, definitions, used)
  for (const label of used) {
    for (const child of childrenOf(footnotes.get(label))) shown.push(...pieces(child, definitions, used))
  }
  return withoutComments(shown)
}

/** One page is made of all raw HTML: a comment goes on, whatever lies between, to where raw HTML closes it. */
function withoutComments(shown: readonly Piece[]): string[] {
  let open = false
  return shown.flatMap(({ text, raw }) => {
    if (!raw) return open ? [] : [text]
    const html = `${open ? '<!--' : ''}${text}`.replace(/<!--(?:-?>|[\s\S]*?-->)/g, ' ')
    open = html.includes('<!--')
    return [html.replace(/<!--[\s\S]*|<[/a-z][^>]*>/gi, ' ')]
  })
}

function collect(node: Nodes, definitions: Map<string, string>, footnotes: Map<string, Nodes>): void {
  if (node.type === 'definition' && !definitions.has(node.identifier))
    definitions.set(node.identifier, node.url)
  if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
    footnotes.set(node.identifier, node)
  for (const child of childrenOf(node)) collect(child, definitions, footnotes)
}

function pieces(node: Nodes, definitions: ReadonlyMap<string, string>, used: Set<string>): Piece[] {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
    return [{ text: node.value, raw: false }]
  if (node.type === 'html') return [{ text: node.value, raw: true }]
  if (node.type === 'footnoteDefinition') return []
  if (node.type === 'footnoteReference') used.add(node.identifier)
  const columns = node.type === 'table' ? childrenOf(node.children[0]).length : undefined
  const children = childrenOf(node).map((child) =>
    child.type === 'tableRow' ? { ...child, children: child.children.slice(0, columns) } : child,
  )
  const inner = children.flatMap((child) => pieces(child, definitions, used))
  const target =
    node.type === 'link'
      ? node.url
      : node.type === 'linkReference'
        ? definitions.get(node.identifier)
        : undefined
  return target?.startsWith('https:') && hasContent(node) ? [{ text: target, raw: false }, ...inner] : inner
}

function hasContent(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.trim() !== ''
  return childrenOf(node).some(hasContent)
}

function childrenOf(node: Nodes | undefined): readonly Nodes[] {
  return node && 'children' in node ? node.children : []
}
