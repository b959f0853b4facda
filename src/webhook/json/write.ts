import { limitError, typeError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { compareKeys } from '../values/compare.ts'
import { printFloat } from '../values/float.ts'
import { Tuple } from '../values/tuple.ts'
import { typeName } from '../values/type-name.ts'
import { type Dict, isDict, isList, type Value } from '../values/value.ts'

/** A value as Python's `json.dumps` writes it: keys in order, ASCII only; over lines when there is an indent. */
export function writeJson(value: Value, indent: number | null, depth = 0): string {
  if (depth > limits.depth) throw limitError(`more than ${limits.depth} lists and dicts within each other`)
  if (value === null) return 'null'
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return writeFloat(value)
  if (typeof value === 'string') return writeText(value)
  if (isList(value)) return writeItems(value, indent, depth)
  if (value instanceof Tuple) return writeItems(value.items, indent, depth)
  if (isDict(value)) return writeDict(value, indent, depth)
  throw typeError(`Object of type ${typeName(value)} is not JSON serializable`)
}

function writeFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  return Number.isFinite(value) ? printFloat(value) : `${value > 0 ? '' : '-'}Infinity`
}

function writeText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function writeItems(items: readonly Value[], indent: number | null, depth: number): string {
  return enclose(
    '[]',
    items.map((item) => writeJson(item, indent, depth + 1)),
    indent,
    depth,
  )
}

function writeDict(dict: Dict, indent: number | null, depth: number): string {
  const sorted = [...dict].sort(([first], [second]) => compareKeys(first, second))
  const pairs = sorted.map(
    ([key, value]) => `${writeText(keyText(key))}: ${writeJson(value, indent, depth + 1)}`,
  )
  return enclose('{}', pairs, indent, depth)
}

function keyText(key: Value): string {
  if (typeof key === 'string') return key
  if (key === null || typeof key === 'boolean' || typeof key === 'bigint' || typeof key === 'number') {
    return writeJson(key, null)
  }
  throw typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`)
}

function enclose(brackets: string, parts: readonly string[], indent: number | null, depth: number): string {
  const [open = '', close = ''] = brackets
  if (parts.length === 0 || indent === null) return open + parts.join(', ') + close
  const line = `\n${' '.repeat(indent * (depth + 1))}`
  return `${open}${line}${parts.join(`,${line}`)}\n${' '.repeat(indent * depth)}${close}`
}
