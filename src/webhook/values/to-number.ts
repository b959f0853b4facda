import { undefinedError } from '../errors/python-error.ts'
import type { Value } from './value.ts'

const float = /^[+-]?(?:(?:\d+(?:_\d+)*)(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i
const integer = /^([+-]?)(\d+(?:_\d+)*)$/
/** Python reads no longer integers. */
const mostDigits = 4_300

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
  const match = typeof value === 'string' && value.length <= mostDigits ? integer.exec(value.trim()) : null
  return match === null
    ? null
    : BigInt(`${match[1] === '-' ? '-' : ''}${(match[2] ?? '').replaceAll('_', '')}`)
}

/** Python's `int(text, base)`: base 0 goes by the prefix (`0x`, `0o`, `0b`); null where that fails. */
export function readInBase(text: string, base: number): bigint | null {
  if (text.length > mostDigits) return null
  const [, sign = '', prefix = '', digits = ''] =
    /^([+-]?)(0[box])?([0-9a-z]+)$/.exec(text.trim().toLowerCase()) ?? []
  const own = new Map([
    ['0b', 2],
    ['0o', 8],
    ['0x', 16],
  ]).get(prefix)
  const radix = base === 0 ? (own ?? 10) : base
  if (digits === '' || (own !== undefined && own !== radix)) return null
  let value = 0n
  for (const digit of digits) {
    const worth = Number.parseInt(digit, 36)
    if (worth >= radix) return null
    value = value * BigInt(radix) + BigInt(worth)
  }
  return sign === '-' ? -value : value
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
