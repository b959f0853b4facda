import { typeError } from '../errors/python-error.ts'
import { iterate, lengthOf, toList } from '../values/iterate.ts'
import { getSubscript } from '../values/lookup.ts'
import { Tuple } from '../values/tuple.ts'
import { isDict, type Value } from '../values/value.ts'
import { filter } from './filter.ts'

/** Filters over lists, dicts and the characters of texts. */
export const collectionFilters = [
  filter('length', ['obj'], (value) => BigInt(lengthOf(value))),
  filter('count', ['obj'], (value) => BigInt(lengthOf(value))),
  filter('list', ['value'], (value) => toList(value)),
  filter('first', ['seq'], (value) => iterate(value).next().value),
  filter('last', ['seq'], (value) => toList(value).at(-1)),
  filter('items', ['value'], items),
  filter('attr', ['obj', 'name'], (value, name) => (isDict(value) ? undefined : getSubscript(value, name))),
]

function items(value: Value): Value {
  if (value === undefined) return []
  if (!isDict(value)) throw typeError('Can only get item pairs from a mapping.')
  return [...value].map((pair) => new Tuple(pair))
}
