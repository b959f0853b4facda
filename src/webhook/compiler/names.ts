import { TemplateCompileError } from '../errors/template-compile-error.ts'
import { type Node, nodes } from '../language/nodes.ts'
import { Name, NamedBlock } from '../language/own-nodes.ts'

/** The names of variables that a part of a template uses. */
export function namesIn(node: Node): string[] {
  const names = everyNode(node).filter((part) => part instanceof Name)
  return [...new Set(names.map(({ value }) => value))]
}

/** The blocks of a template; a name that is used twice is refused. */
export function blocksIn(node: Node): NamedBlock[] {
  const blocks = everyNode(node).filter((part) => part instanceof NamedBlock)
  const seen = new Set<string>()
  for (const { name, lineno } of blocks) {
    if (seen.has(name)) throw new TemplateCompileError(`block '${name}' defined twice`, lineno)
    seen.add(name)
  }
  return blocks
}

function everyNode(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(everyNode)
  if (!(value instanceof nodes.Node)) return []
  return [value, ...Object.values(value).flatMap(everyNode)]
}
