import { modulo } from '../values/arithmetic.ts'
import { inOrder } from '../values/compare.ts'
import { contains } from '../values/contains.ts'
import { equal } from '../values/equal.ts'
import type { Value } from '../values/value.ts'
import { namedTest, type Test } from './test.ts'

type Holds = (left: Value, right: Value) => boolean

/** Tests that compare with another value; each by its names. */
export const comparisonTests: readonly (readonly [string, Test])[] = [
  ...compared(['eq', 'equalto', '=='], equal),
  ...compared(['ne', '!='], (left, right) => !equal(left, right)),
  ...compared(['lt', 'lessthan', '<'], (left, right) => inOrder(left, '<', right)),
  ...compared(['le', '<='], (left, right) => inOrder(left, '<=', right)),
  ...compared(['gt', 'greaterthan', '>'], (left, right) => inOrder(left, '>', right)),
  ...compared(['ge', '>='], (left, right) => inOrder(left, '>=', right)),
  ...compared(['in'], (item, value) => contains(value, item)),
  ...compared(['sameas'], (left, right) => left === right),
  ...compared(['divisibleby'], (value, by) => equal(modulo(value, by), 0n)),
  namedTest('even', ['value'], (value) => equal(modulo(value, 2n), 0n)),
  namedTest('odd', ['value'], (value) => equal(modulo(value, 2n), 1n)),
]

function compared(names: readonly string[], holds: Holds): (readonly [string, Test])[] {
  return names.map((name) => namedTest(name, ['value', 'other'], holds))
}
