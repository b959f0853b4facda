import { typeError } from '../errors/python-error.ts'
import { integerArgument } from '../values/arguments.ts'
import { readInBase, toFloat, toInteger } from '../values/to-number.ts'
import { typeName } from '../values/type-name.ts'
import type { Value } from '../values/value.ts'
import { filter } from './filter.ts'

/** Filters that make numbers. */
export const numberFilters = [
  filter('int', ['value', ['default', 0n], ['base', 10n]], integer),
  filter('float', ['value', ['default', 0]], (value, otherwise) => toFloat(value) ?? otherwise),
  filter('abs', ['x'], absolute),
]

function integer(value: Value, otherwise: Value, base: Value): Value {
  if (typeof value !== 'string' || base === 10n) return toInteger(value) ?? fromFloat(value) ?? otherwise
  return readInBase(value, Number(integerArgument(base, 'base'))) ?? fromFloat(value) ?? otherwise
}

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
