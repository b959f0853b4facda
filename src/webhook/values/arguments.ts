import { typeError } from '../errors/python-error.ts'
import { typeName } from './type-name.ts'
import type { Value } from './value.ts'

/** A parameter: its name, and what it is without an argument; the bare name has to be given. */
export type Parameter = string | readonly [name: string, fallback: Value]

interface Given<T> {
  readonly positional: readonly T[]
  readonly named: ReadonlyMap<string, T>
}

/** Puts arguments to parameters as Python does: by place, then by name. Too many, too few or unknown: TypeError. */
export function bind<T>(callee: string, parameters: readonly Parameter[], given: Given<T>): (T | Value)[] {
  const { positional, named } = given
  if (positional.length > parameters.length) {
    throw typeError(
      `${callee}() takes ${parameters.length} positional arguments but ${positional.length} were given`,
    )
  }
  const names = parameters.map((parameter) => (typeof parameter === 'string' ? parameter : parameter[0]))
  for (const name of named.keys()) {
    const place = names.indexOf(name)
    if (place === -1) throw typeError(`${callee}() got an unexpected keyword argument '${name}'`)
    if (place < positional.length) throw typeError(`${callee}() got multiple values for argument '${name}'`)
  }
  return parameters.map((parameter, place) => {
    const [name, fallback] = typeof parameter === 'string' ? [parameter, undefined] : parameter
    if (place < positional.length) return positional[place]
    if (named.has(name)) return named.get(name)
    if (typeof parameter !== 'string') return fallback
    throw typeError(`${callee}() missing a required argument: '${name}'`)
  })
}

/** An argument that has to be a text. */
export function textArgument(value: Value, what: string): string {
  if (typeof value !== 'string') throw typeError(`${what} must be str, not ${typeName(value)}`)
  return value
}

/** An argument that has to be an integer. */
export function integerArgument(value: Value, what: string): bigint {
  if (typeof value === 'boolean') return BigInt(value)
  if (typeof value !== 'bigint') throw typeError(`${what} must be int, not ${typeName(value)}`)
  return value
}
