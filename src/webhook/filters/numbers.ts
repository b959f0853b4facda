import { typeError } from '../errors/python-error.ts'
import { toFloat, toInteger } from '../values/to-number.ts'
import { typeName } from '../values/type-name.ts'
import type { Value } from '../values/value.ts'
import { filter } from './filter.ts'

/** Filters that make numbers. */
export const numberFilters = [
  filter(
    'int',
    ['value', ['default', 0n]],
    (value, otherwise) => toInteger(value) ?? fromFloat(value) ?? otherwise,
  ),
  filter('float', ['value', ['default', 0]], (value, otherwise) => toFloat(value) ?? otherwise),
  filter('abs', ['x'], absolute),
]

function fromFloat(value: Value): bigint | null {
  const number = typeof value === 'string' ? toFloat(value) : null
  return number === null ? null : toInteger(number)
}

function absolute(value: Value): Value {
  if (typeof value === 'number') return Math.abs(value)
  if (typeof value !== 'bigint' && typeof value !== 'boolean') {
    throw typeError(`bad operand type for abs(): '${typeName(value)}'`)
  }
  const integer = BigInt(value)
  return integer < 0n ? -integer : integer
}
