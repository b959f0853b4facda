import type { Node } from '../language/nodes.ts'
import { nodes } from '../language/nodes.ts'
import { Name } from '../language/own-nodes.ts'

/** The names of variables that a part of a template uses. */
export function namesIn(node: Node): string[] {
  const names = new Set<string>()
  collect(node, names)
  return [...names]
}

function collect(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, names)
  if (!(value instanceof nodes.Node)) return
  if (value instanceof Name) names.add(value.value)
  for (const field of Object.values(value)) collect(field, names)
}
