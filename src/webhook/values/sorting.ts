import { compareKeys } from './compare.ts'
import type { Value } from './value.ts'

/** Items in the order of their keys; equal ones stay as they were, also when the order is reversed. */
export function sortBy(items: readonly Value[], key: (item: Value) => Value, reverse = false): Value[] {
  const sign = reverse ? -1 : 1
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((first, second) => sign * compareKeys(first.key, second.key))
    .map(({ item }) => item)
}

/** A key to compare by: text in small letters, unless its case counts. */
export function ignoreCase(value: Value, caseCounts: boolean): Value {
  return typeof value === 'string' && !caseCounts ? value.toLowerCase() : value
}
