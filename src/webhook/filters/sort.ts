import { PythonError, valueError } from '../errors/python-error.ts'
import { compareKeys } from '../values/compare.ts'
import { getKey } from '../values/dict.ts'
import { toList } from '../values/iterate.ts'
import { lookUpPath } from '../values/path.ts'
import { ignoreCase, sortBy } from '../values/sorting.ts'
import { Stream } from '../values/stream.ts'
import { truth } from '../values/truth.ts'
import { Tuple } from '../values/tuple.ts'
import { typeName } from '../values/type-name.ts'
import { isDict, type Value } from '../values/value.ts'
import { filter } from './filter.ts'

const picking = ['value', ['case_sensitive', false], ['attribute', null]] as const

/** Filters that put items in order, or pick by it; text is compared without regard to case unless asked. */
export const sortFilters = [
  filter('sort', ['value', ['reverse', false], ['case_sensitive', false], ['attribute', null]], sort),
  filter('dictsort', ['value', ['case_sensitive', false], ['by', 'key'], ['reverse', false]], dictSort),
  filter('unique', picking, unique),
  filter('min', picking, (...given) => extreme(-1, given)),
  filter('max', picking, (...given) => extreme(1, given)),
]

function sort(value: Value, reverse: Value, caseCounts: Value, attribute: Value): Value {
  const paths = typeof attribute === 'string' ? attribute.split(',') : [attribute]
  const keys = (item: Value) => paths.map((path) => ignoreCase(lookUpPath(item, path), truth(caseCounts)))
  return sortBy(toList(value), (item) => (paths.length === 1 ? keys(item)[0] : keys(item)), truth(reverse))
}

function dictSort(value: Value, caseCounts: Value, by: Value, reverse: Value): Value {
  if (by !== 'key' && by !== 'value') throw valueError('You can only sort by either "key" or "value"')
  if (!isDict(value))
    throw new PythonError('AttributeError', `'${typeName(value)}' object has no attribute 'items'`)
  const pairs = [...value].map((pair) => new Tuple(pair))
  const key = (pair: Value) => (pair instanceof Tuple ? pair.items[by === 'key' ? 0 : 1] : undefined)
  return sortBy(pairs, (pair) => ignoreCase(key(pair), truth(caseCounts)), truth(reverse))
}

function unique(value: Value, caseCounts: Value, attribute: Value): Value {
  const seen = new Map<Value, Value>()
  const fresh = toList(value).filter((item) => {
    const key = ignoreCase(lookUpPath(item, attribute), truth(caseCounts))
    if (getKey(seen, key) !== null) return false
    seen.set(key, null)
    return true
  })
  return new Stream(fresh.values())
}

function extreme(sign: 1 | -1, [value, caseCounts, attribute]: readonly Value[]): Value {
  const key = (item: Value) => ignoreCase(lookUpPath(item, attribute), truth(caseCounts))
  const [first, ...rest] = toList(value)
  return rest.reduce((best, item) => (sign * compareKeys(key(item), key(best)) > 0 ? item : best), first)
}
