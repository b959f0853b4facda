import { typeError } from '../errors/python-error.ts'
import { getSubscript } from './lookup.ts'
import { typeName } from './type-name.ts'
import type { Value } from './value.ts'

/** Looks a value up by a path such as `user.name` or `labels.0`, as the `attribute` of filters is read. */
export function lookUpPath(value: Value, path: Value, fallback: Value = undefined): Value {
  if (path === null) return value
  let found = value
  for (const part of partsOf(path)) {
    found = getSubscript(found, part)
    if (found === undefined && fallback !== undefined) return fallback
  }
  return found
}

function partsOf(path: Value): Value[] {
  if (typeof path === 'bigint') return [path]
  if (typeof path !== 'string') throw typeError(`an attribute must be str or int, not ${typeName(path)}`)
  return path.split('.').map((part) => (/^\d+$/.test(part) ? BigInt(part) : part))
}
