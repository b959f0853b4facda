import { isDict, isList, type Value } from './value.ts'

/** Whether a value counts as true: empty text, lists and dicts, zero, None and undefined do not. */
export function truth(value: Value): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'boolean') return value
  if (typeof value === 'bigint') return value !== 0n
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'string') return value !== ''
  if (isList(value)) return value.length > 0
  if (isDict(value)) return value.size > 0
  return value.truth()
}
