import { limitError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { Tuple } from './tuple.ts'
import { isList, type Value } from './value.ts'

/** A text, list or tuple times an integer; null when the two are something else. */
export function repeat(value: Value, times: Value): Value | null {
  if (typeof times !== 'bigint' && typeof times !== 'boolean') return null
  const count = BigInt(times)
  if (typeof value === 'string') return value.repeat(checked(value.length, count))
  if (isList(value)) return repeatItems(value, count)
  return value instanceof Tuple ? new Tuple(repeatItems(value.items, count)) : null
}

function repeatItems(items: readonly Value[], count: bigint): Value[] {
  return Array.from({ length: checked(items.length, count) }, () => items).flat(1)
}

function checked(length: number, times: bigint): number {
  if (times <= 0n || length === 0) return 0
  if (BigInt(length) * times > limits.growth)
    throw limitError(`more than ${limits.growth} characters or items`)
  return Number(times)
}
