import { limitError, PythonError, typeError, undefinedError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { isNumeric } from './equal.ts'
import { repeat } from './repeat.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'
import { isList, type Value } from './value.ts'

/** `left + right`, of numbers, texts, lists or tuples. */
export function add(left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') return grown(left + right)
  if (isList(left) && isList(right)) return [...left, ...right]
  if (left instanceof Tuple && right instanceof Tuple) return new Tuple([...left.items, ...right.items])
  return calculate('+', left, right, { int: (a, b) => a + b, float: (a, b) => a + b })
}

/** `left - right`. */
export function subtract(left: Value, right: Value): Value {
  return calculate('-', left, right, { int: (a, b) => a - b, float: (a, b) => a - b })
}

/** `left * right`; a text or list times an integer is repeated. */
export function multiply(left: Value, right: Value): Value {
  const repeated = repeat(left, right) ?? repeat(right, left)
  return repeated ?? calculate('*', left, right, { int: (a, b) => a * b, float: (a, b) => a * b })
}

/** `left / right`, always a float. */
export function divide(left: Value, right: Value): Value {
  const quotient = (a: number, b: number) => a / nonZero(b, 'division by zero')
  return calculate('/', left, right, { int: (a, b) => quotient(Number(a), Number(b)), float: quotient })
}

/** `left // right`, rounded down. */
export function floorDivide(left: Value, right: Value): Value {
  return calculate('//', left, right, {
    int: (a, b) => (a - floorModulo(a, nonZero(b, 'integer division or modulo by zero'))) / b,
    float: (a, b) => Math.floor(a / nonZero(b, 'float floor division by zero')),
  })
}

/** `left % right`, with the sign of the right. */
export function modulo(left: Value, right: Value): Value {
  return calculate('%', left, right, {
    int: (a, b) => floorModulo(a, nonZero(b, 'integer division or modulo by zero')),
    float: (a, b) => floatModulo(a, nonZero(b, 'float modulo')),
  })
}

/** `left ** right`; a negative power of an integer is a float. */
export function power(left: Value, right: Value): Value {
  return calculate('**', left, right, { int: integerPower, float: floatPower })
}

/** `-value`. */
export function negate(value: Value): Value {
  return typeof value === 'number' ? -value : subtract(0n, numeric('-', value))
}

/** `+value`. */
export function affirm(value: Value): Value {
  return numeric('+', value)
}

interface Calculation {
  int(left: bigint, right: bigint): bigint | number
  float(left: number, right: number): number
}

function calculate(sign: string, left: Value, right: Value, calculation: Calculation): bigint | number {
  if (left === undefined || right === undefined) throw undefinedError(`an operand of ${sign} is undefined`)
  if (!isNumeric(left) || !isNumeric(right)) {
    throw typeError(`unsupported operand type(s) for ${sign}: '${typeName(left)}' and '${typeName(right)}'`)
  }
  if (typeof left === 'number' || typeof right === 'number')
    return calculation.float(Number(left), Number(right))
  const result = calculation.int(BigInt(left), BigInt(right))
  if (typeof result === 'bigint') requireSmall(result)
  return result
}

function numeric(sign: string, value: Value): bigint | number {
  if (value === undefined) throw undefinedError(`the operand of ${sign} is undefined`)
  if (!isNumeric(value)) throw typeError(`bad operand type for unary ${sign}: '${typeName(value)}'`)
  return typeof value === 'boolean' ? BigInt(value) : value
}

function nonZero<N extends bigint | number>(divisor: N, message: string): N {
  if (Number(divisor) === 0) throw new PythonError('ZeroDivisionError', message)
  return divisor
}

function floorModulo(left: bigint, right: bigint): bigint {
  const rest = left % right
  return rest !== 0n && rest < 0n !== right < 0n ? rest + right : rest
}

function floatModulo(left: number, right: number): number {
  const rest = left % right
  return rest !== 0 && rest < 0 !== right < 0 ? rest + right : rest
}

function integerPower(base: bigint, exponent: bigint): bigint | number {
  if (exponent < 0n) return floatPower(Number(base), Number(exponent))
  const bits = BigInt(base.toString(2).length) * exponent
  if (base > 1n || base < -1n) if (bits > 2 * limits.integerBits) requireSmallBits()
  return base ** exponent
}

function floatPower(base: number, exponent: number): number {
  if (base === 0 && exponent < 0)
    throw new PythonError('ZeroDivisionError', '0.0 cannot be raised to a negative power')
  const result = base ** exponent
  if (!Number.isFinite(result) && Number.isFinite(base) && Number.isFinite(exponent)) {
    throw new PythonError('OverflowError', 'Numerical result out of range')
  }
  return result
}

function requireSmall(value: bigint): void {
  if (value >> BigInt(limits.integerBits) !== 0n && value >> BigInt(limits.integerBits) !== -1n)
    requireSmallBits()
}

function requireSmallBits(): never {
  throw limitError(`an integer of more than ${limits.integerBits} bits`)
}

function grown(text: string): string {
  if (text.length > limits.growth) throw limitError(`a text of more than ${limits.growth} characters`)
  return text
}
