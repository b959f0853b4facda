import { isDict, isList, type Value } from './value.ts'

/** How much work it is to go through a value once, in items; a hundred characters are about as much as one. */
export function weightOf(value: Value): number {
  if (typeof value === 'string') return value.length / 100
  if (isList(value)) return value.length
  return isDict(value) ? value.size : 0
}
