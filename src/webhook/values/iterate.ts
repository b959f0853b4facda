import { limitError, typeError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { typeName } from './type-name.ts'
import { isDict, isList, type Value } from './value.ts'

/** What a loop over a value goes through: code points, items, keys. An object's `length` means nothing. */
export function iterate(value: Value): Iterator<Value> {
  if (value === undefined) return [].values()
  if (typeof value === 'string') return value[Symbol.iterator]()
  if (isList(value)) return value.values()
  if (isDict(value)) return value.keys()
  const items = tryIterate(value)
  if (items === null) throw typeError(`'${typeName(value)}' object is not iterable`)
  return items
}

function tryIterate(value: Value): Iterator<Value> | null {
  if (value === null || value === undefined || typeof value !== 'object') return null
  return isList(value) || isDict(value) ? null : value.iterate()
}

/** Whether a loop can go through a value. */
export function isIterable(value: Value): boolean {
  if (value === undefined || typeof value === 'string' || isList(value) || isDict(value)) return true
  return tryIterate(value) !== null
}

/** All items of a value, as a list. */
export function toList(value: Value): Value[] {
  const items: Value[] = []
  const iterator = iterate(value)
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    if (items.length >= limits.growth) throw limitError(`a list of more than ${limits.growth} items`)
    items.push(next.value)
  }
  return items
}

/** How long a value is: code points, items, keys; null when it has no length. */
export function sizeOf(value: Value): number | null {
  if (value === undefined) return 0
  if (typeof value === 'string') return countCodePoints(value)
  if (isList(value)) return value.length
  if (isDict(value)) return value.size
  return value !== null && typeof value === 'object' ? value.size() : null
}

/** How long a value is; a number has no length, which is an error. */
export function lengthOf(value: Value): number {
  const size = sizeOf(value)
  if (size === null) throw typeError(`object of type '${typeName(value)}' has no len()`)
  return size
}

/** The characters of a text as people and Python count them: code points, not UTF-16 units. */
export function countCodePoints(text: string): number {
  let count = text.length
  for (let at = 0; at < text.length - 1; at += 1) {
    if (isPair(text.charCodeAt(at), text.charCodeAt(at + 1))) count -= 1
  }
  return count
}

function isPair(high: number, low: number): boolean {
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000
}
