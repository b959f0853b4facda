import { limitError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { printFloat } from './float.ts'
import { quote } from './quote.ts'
import { type Dict, isDict, isList, type List, PythonObject, type Value } from './value.ts'

/** A value as Jinja prints it: `True`, `None`, `2.0`, `[1, 'a']`; nothing for what is undefined. */
export function print(value: Value): string {
  if (typeof value === 'string') return value
  if (value === undefined) return ''
  return value instanceof PythonObject ? value.print() : represent(value)
}

/** A value as it looks inside a list or dict, which is Python's `repr`. */
export function represent(value: Value, depth = 0): string {
  if (depth > limits.depth) throw limitError(`more than ${limits.depth} lists and dicts within each other`)
  if (typeof value === 'string') return quote(value)
  if (value === undefined) return 'Undefined'
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return printFloat(value)
  if (typeof value === 'bigint') return String(value)
  if (isList(value)) return representList(value, depth)
  if (isDict(value)) return representDict(value, depth)
  return value.represent()
}

function representList(list: List, depth: number): string {
  return `[${list.map((item) => represent(item, depth + 1)).join(', ')}]`
}

function representDict(dict: Dict, depth: number): string {
  const pairs = [...dict].map(
    ([key, value]) => `${represent(key, depth + 1)}: ${represent(value, depth + 1)}`,
  )
  return `{${pairs.join(', ')}}`
}
