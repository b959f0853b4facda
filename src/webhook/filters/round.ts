import { PythonError, typeError } from '../errors/python-error.ts'
import { integerArgument } from '../values/arguments.ts'
import { toFixed } from '../values/decimal.ts'
import { isNumeric } from '../values/equal.ts'
import { typeName } from '../values/type-name.ts'
import type { Value } from '../values/value.ts'
import { filter } from './filter.ts'

/** `round`: integers stay integers, floats stay floats; `ceil` and `floor` always give floats. */
export const roundFilter = filter(
  'round',
  ['value', ['precision', 0n], ['method', 'common']],
  (value, precision, method) => {
    if (!isNumeric(value)) throw typeError(`type ${typeName(value)} doesn't define __round__ method`)
    const digits = Number(integerArgument(precision, 'precision'))
    if (method === 'ceil') return directed(Math.ceil, Number(value), digits)
    if (method === 'floor') return directed(Math.floor, Number(value), digits)
    if (method !== 'common')
      throw new PythonError('FilterArgumentError', 'method must be common, ceil or floor')
    return typeof value === 'number' ? roundFloat(value, digits) : roundInteger(BigInt(value), digits)
  },
)

function directed(direction: (value: number) => number, value: number, digits: number): number {
  return direction(value * 10 ** digits) / 10 ** digits
}

function roundFloat(value: number, digits: number): number {
  if (!Number.isFinite(value) || digits > 100) return value
  return digits >= 0
    ? Number(toFixed(value, digits))
    : Number(roundInteger(BigInt(Math.trunc(value)), digits))
}

function roundInteger(value: bigint, digits: number): Value {
  if (digits >= 0) return value
  const unit = 10n ** BigInt(Math.min(-digits, 400))
  const rest = ((value % unit) + unit) % unit
  const lower = value - rest
  const up = rest * 2n > unit || (rest * 2n === unit && (lower / unit) % 2n !== 0n)
  return up ? lower + unit : lower
}
