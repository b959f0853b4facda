import { createHash } from 'node:crypto'
import type { Element, ElementContent, Nodes } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type Child, h, type Properties } from 'hastscript'

/** A part of a page that changes by itself, as it is now. */
export interface Region {
  id: string
  /** The same as long as the region is. */
  version: string
  html: string
}

/** An element that is exchanged in the open page when its content changes. */
export function region(selector: string, id: string, content: Child, properties: Properties = {}): Element {
  const element = h(selector, { id, ...properties }, content)
  return { ...element, properties: { ...element.properties, dataVersion: versionOf(element.children) } }
}

/** All regions of a page, in its order. */
export function regionsOf(node: Nodes): Region[] {
  if (!('children' in node)) return []
  const inner = node.children.flatMap((child) => regionsOf(child))
  if (node.type !== 'element') return inner
  const { id, dataVersion } = node.properties
  if (typeof id !== 'string' || typeof dataVersion !== 'string') return inner
  return [{ id, version: dataVersion, html: htmlOf(node.children) }, ...inner]
}

function versionOf(children: ElementContent[]): string {
  return createHash('sha256').update(htmlOf(children)).digest('base64url').slice(0, 12)
}

function htmlOf(children: ElementContent[]): string {
  return toHtml({ type: 'root', children })
}
