import { type Node, nodes } from './nodes.ts'
import { Name, NamespaceTarget } from './own-nodes.ts'
import { parsePrimary, parseTuple } from './primary.ts'
import type { TokenStream } from './token-stream.ts'

interface TargetRules {
  /** A name that ends it, such as the `in` of a loop. */
  end?: string
  /** Whether `namespace.attribute` is a target too. */
  namespace?: boolean
}

/** What is assigned to: a name, several with commas, or the attribute of a namespace. */
export function parseTarget(stream: TokenStream, { end, namespace = false }: TargetRules = {}): Node {
  const part = namespace ? nameOrAttribute : parsePrimary
  const target = parseTuple(stream, end === undefined ? { part } : { part, end })
  requireAssignable(stream, target)
  return target
}

/** A single name that is assigned to. */
export function parseName(stream: TokenStream): string {
  const { line, value } = stream.expect('name')
  requireAssignable(stream, new Name(line, 0, value))
  return value
}

function nameOrAttribute(stream: TokenStream): Node {
  const { kind, line, value } = stream.current
  if (kind !== 'name' || stream.following.kind !== 'operator' || stream.following.value !== '.') {
    return parsePrimary(stream)
  }
  stream.next()
  stream.next()
  return new NamespaceTarget(line, 0, value, stream.expect('name').value)
}

function requireAssignable(stream: TokenStream, target: Node): void {
  if (target instanceof NamespaceTarget) return
  if (target instanceof Name) {
    if (/^(?:true|false|none)$/i.test(target.value))
      stream.fail(`can't assign to '${target.value}'`, target.lineno)
    return
  }
  if (!(target instanceof nodes.Group))
    stream.fail(`can't assign to ${target.typename.toLowerCase()}`, target.lineno)
  else for (const part of target.children) requireAssignable(stream, part)
}
