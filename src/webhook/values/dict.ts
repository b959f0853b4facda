import { typeError } from '../errors/python-error.ts'
import { findKey } from './equal.ts'
import { typeName } from './type-name.ts'
import { type Dict, isDict, isList, type Value } from './value.ts'

/** The value of a key, or nothing at all: own keys only, whatever their names. */
export function getKey(dict: Dict, key: Value): { value: Value } | null {
  requireHashable(key)
  const found = findKey(dict, key)
  return found === null ? null : { value: dict.get(found.key) }
}

/** A dict of these pairs; of equal keys, the first stays and gets the last value. */
export function makeDict(pairs: Iterable<readonly [Value, Value]>): Map<Value, Value> {
  const dict = new Map<Value, Value>()
  for (const [key, value] of pairs) {
    requireHashable(key)
    dict.set(findKey(dict, key)?.key ?? key, value)
  }
  return dict
}

function requireHashable(key: Value): void {
  if (isList(key) || isDict(key)) throw typeError(`unhashable type: '${typeName(key)}'`)
}
