import { limitError, typeError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { integerArgument } from '../values/arguments.ts'
import { add } from '../values/arithmetic.ts'
import { equal } from '../values/equal.ts'
import { Group } from '../values/group.ts'
import { isIterable, toList } from '../values/iterate.ts'
import { lookUpPath } from '../values/path.ts'
import { ignoreCase, sortBy } from '../values/sorting.ts'
import { Stream } from '../values/stream.ts'
import { truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import { filter } from './filter.ts'

/** Filters that rearrange items. */
export const sequenceFilters = [
  filter('reverse', ['value'], reverse),
  filter('sum', ['iterable', ['attribute', null], ['start', 0n]], (value, attribute, start) =>
    toList(value).reduce((total: Value, item) => add(total, lookUpPath(item, attribute)), start),
  ),
  filter('batch', ['value', 'linecount', ['fill_with', null]], batch),
  filter('slice', ['value', 'slices', ['fill_with', null]], slice),
  filter('groupby', ['value', 'attribute', ['default', null], ['case_sensitive', false]], groupBy),
  filter('random', ['seq'], (value) => {
    const items = toList(value)
    return items[Math.floor(Math.random() * items.length)]
  }),
]

function reverse(value: Value): Value {
  if (typeof value === 'string') return Array.from(value).reverse().join('')
  if (!isIterable(value)) throw typeError('argument must be iterable')
  return new Stream(toList(value).reverse().values())
}

function batch(value: Value, size: Value, fill: Value): Value {
  const items = toList(value)
  const length = count(size)
  const rows: Value[][] = []
  for (let at = 0; at < items.length; at += length) rows.push(items.slice(at, at + length))
  const last = rows.at(-1)
  if (last !== undefined && fill !== null) while (last.length < length) last.push(fill)
  return new Stream(rows.values())
}

function slice(value: Value, slices: Value, fill: Value): Value {
  const items = toList(value)
  const columns = count(slices)
  const short = Math.floor(items.length / columns)
  const longer = items.length % columns
  const rows = Array.from({ length: columns }, (_, column) => {
    const start = column * short + Math.min(column, longer)
    const row = items.slice(start, start + short + (column < longer ? 1 : 0))
    return fill !== null && column >= longer ? [...row, fill] : row
  })
  return new Stream(rows.values())
}

function count(value: Value): number {
  const number = integerArgument(value, 'a count')
  if (number <= 0n) throw typeError('a count must be positive')
  if (number > BigInt(limits.count)) throw limitError(`a count of more than ${limits.count}`)
  return Number(number)
}

function groupBy(value: Value, attribute: Value, fallback: Value, caseCounts: Value): Value {
  const keyOf = (item: Value) => lookUpPath(item, attribute, fallback === null ? undefined : fallback)
  const compared = (item: Value) => ignoreCase(keyOf(item), truth(caseCounts))
  const groups: { key: Value; items: Value[] }[] = []
  for (const item of sortBy(toList(value), compared)) {
    const group = groups.at(-1)
    if (group !== undefined && equal(compared(group.items[0]), compared(item))) group.items.push(item)
    else groups.push({ key: keyOf(item), items: [item] })
  }
  return groups.map(({ key, items }) => new Group(key, items))
}
