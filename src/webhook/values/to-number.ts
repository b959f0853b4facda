import { undefinedError } from '../errors/python-error.ts'
import type { Value } from './value.ts'

const float = /^[+-]?(?:(?:\d+(?:_\d+)*)(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i
const integer = /^([+-]?)(\d+(?:_\d+)*)$/
const special: Record<string, number> = {
  inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
}

/** Python's `float(value)`; null where that fails. */
export function toFloat(value: Value): number | null {
  requireDefined(value)
  if (typeof value === 'number') return value
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value)
  return typeof value === 'string' ? readFloat(value.trim()) : null
}

/** Python's `int(value)`, of a text in decimal; null where that fails. */
export function toInteger(value: Value): bigint | null {
  requireDefined(value)
  if (typeof value === 'bigint' || typeof value === 'boolean') return BigInt(value)
  if (typeof value === 'number') return Number.isFinite(value) ? BigInt(Math.trunc(value)) : null
  const match = typeof value === 'string' ? integer.exec(value.trim()) : null
  return match === null
    ? null
    : BigInt(`${match[1] === '-' ? '-' : ''}${(match[2] ?? '').replaceAll('_', '')}`)
}

function readFloat(text: string): number | null {
  if (float.test(text)) return Number(text.replaceAll('_', ''))
  const word = text.toLowerCase().replace(/^[+-]/, '')
  if (!Object.hasOwn(special, word)) return null
  const size = special[word] ?? Number.NaN
  return text.startsWith('-') ? -size : size
}

function requireDefined(value: Value): void {
  if (value === undefined) throw undefinedError('a number cannot be made of what is undefined')
}
