import { type Alias, isAlias, isMap, isNode, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import { type Finding, shorten } from './finding.ts'

/** A value of a YAML document, and where it stands in the text. */
export interface Located {
  value: unknown
  at: number
  /** What it holds, by key or index. */
  inside: ReadonlyMap<PropertyKey, { keyAt: number; held: Located }>
}

type Path = readonly PropertyKey[]

/**
 * The plain values of a YAML document. Aliases share the value that they stand for, so that nothing grows.
 *
 * @param findings takes what YAML lets pass and settings do not
 */
export function locate(root: unknown, findings: Finding[]): Located {
  /** A value gets its name once it is complete, so nothing holds itself. */
  const anchors = new Map<string, Located>()

  /** @param at where a value stands that nobody wrote */
  function read(node: unknown, at: number, path: Path): Located {
    if (isAlias(node)) return follow(node, path)
    const located = readPlain(node, at, path)
    if (isNode(node) && node.anchor !== undefined) anchors.set(node.anchor, located)
    return located
  }

  function follow(alias: Alias, path: Path): Located {
    const at = startOf(alias, 0)
    const known = anchors.get(alias.source)
    if (known !== undefined) return { ...known, at }
    const name = JSON.stringify(shorten(`*${alias.source}`, 40))
    findings.push({
      at,
      path,
      problem: `refers to ${name}, which is not there`,
      allowed: 'quotes around a text that begins with *',
    })
    return { value: undefined, at, inside: new Map() }
  }

  function readPlain(node: unknown, at: number, path: Path): Located {
    if (isMap(node)) return readMap(node, startOf(node, at), path)
    if (isSeq(node)) return readSeq(node, startOf(node, at), path)
    if (!isScalar(node)) return { value: undefined, at, inside: new Map() }
    const isNothing = node.value === null && node.source === ''
    return { value: node.value, at: isNothing ? at : startOf(node, at), inside: new Map() }
  }

  function readMap(map: YAMLMap, at: number, path: Path): Located {
    const inside = new Map<PropertyKey, { keyAt: number; held: Located }>()
    for (const { key, value } of map.items) {
      const name = nameOf(key)
      const keyAt = startOf(key, at)
      const keyPath = [...path, name]
      if (inside.has(name)) {
        findings.push({ at: keyAt, path: keyPath, problem: 'is there twice', allowed: 'each setting once' })
      }
      inside.set(name, { keyAt, held: read(value, keyAt, keyPath) })
    }
    return { value: objectOf(inside), at, inside }
  }

  function readSeq(seq: YAMLSeq, at: number, path: Path): Located {
    const items = seq.items.map((item, index) => read(item, startOf(item, at), [...path, index]))
    const inside = new Map(items.map((held, index) => [index, { keyAt: held.at, held }]))
    return { value: items.map(({ value }) => value), at, inside }
  }

  return read(root, 0, [])
}

/** Without a prototype: `__proto__` is a key as any other. */
function objectOf(inside: Located['inside']): object {
  const object: Record<PropertyKey, unknown> = Object.create(null)
  for (const [key, { held }] of inside) object[key] = held.value
  return object
}

/** A key as people read it; in YAML a key may also be a number, nothing, or a whole collection. */
function nameOf(key: unknown): string {
  if (!isScalar(key)) return '?'
  const name = typeof key.value === 'string' ? key.value : key.source
  return name || '?'
}

function startOf(node: unknown, otherwise: number): number {
  return isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise
}
