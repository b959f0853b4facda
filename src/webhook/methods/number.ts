import type { Method } from './method.ts'
import { method } from './method.ts'

/** What a template may do with an integer. */
export const integerMethods: ReadonlyMap<string, Method<bigint>> = new Map<string, Method<bigint>>([
  method('bit_length', [], (self) =>
    BigInt((self < 0n ? -self : self).toString(2).replace(/^0$/, '').length),
  ),
])

/** What a template may do with a float. */
export const floatMethods: ReadonlyMap<string, Method<number>> = new Map<string, Method<number>>([
  method('is_integer', [], (self) => Number.isInteger(self)),
])
