import { valueError } from '../errors/python-error.ts'
import { equal } from '../values/equal.ts'
import { represent } from '../values/print.ts'
import type { List } from '../values/value.ts'
import { type Method, method } from './method.ts'

/** What a template may do with a list; what would change it is hidden. */
export const listMethods: ReadonlyMap<string, Method<List>> = new Map<string, Method<List>>([
  method('copy', [], (self) => [...self]),
  method('count', ['value'], (self, value) => BigInt(self.filter((item) => equal(item, value)).length)),
  method('index', ['value'], (self, value) => {
    const place = self.findIndex((item) => equal(item, value))
    if (place === -1) throw valueError(`${represent(value)} is not in list`)
    return BigInt(place)
  }),
])
