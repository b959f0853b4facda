import { isDict, isList, type Value } from './value.ts'

/** The name of a value's type, as Python's error messages have it. */
export function typeName(value: Value): string {
  if (value === undefined) return 'Undefined'
  if (value === null) return 'NoneType'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'bigint') return 'int'
  if (typeof value === 'number') return 'float'
  if (typeof value === 'string') return 'str'
  if (isList(value)) return 'list'
  return isDict(value) ? 'dict' : value.typeName
}
