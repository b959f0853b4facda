import { getKey, makeDict } from '../values/dict.ts'
import { toList } from '../values/iterate.ts'
import { Tuple } from '../values/tuple.ts'
import type { Dict, Value } from '../values/value.ts'
import { DictView } from '../values/view.ts'
import { type Method, method } from './method.ts'

/** What a template may do with a dict; what would change it is hidden. */
export const dictMethods: ReadonlyMap<string, Method<Dict>> = new Map<string, Method<Dict>>([
  method('get', ['key', ['default', null]], (self, key, fallback) => {
    const found = getKey(self, key)
    return found === null ? fallback : found.value
  }),
  method('keys', [], (self) => new DictView('dict_keys', [...self.keys()])),
  method('values', [], (self) => new DictView('dict_values', [...self.values()])),
  method(
    'items',
    [],
    (self) =>
      new DictView(
        'dict_items',
        [...self].map((pair) => new Tuple(pair)),
      ),
  ),
  method('copy', [], (self) => new Map(self)),
  method('fromkeys', ['iterable', ['value', null]], (_self, keys, value) =>
    makeDict(toList(keys).map((key): [Value, Value] => [key, value])),
  ),
])
