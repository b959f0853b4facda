import type { PythonObject } from './python-object.ts'

/**
 * A value of a template, as Python would have it: `undefined` is Jinja's Undefined, null is None, bigint is int,
 * number is float (so `2.0` never becomes `2`), an array is a list and a Map a dict. Anything else is an object.
 */
export type Value = undefined | null | boolean | bigint | number | string | List | Dict | PythonObject

export type List = readonly Value[]
export type Dict = ReadonlyMap<Value, Value>

/** Arguments of a call or a filter, before they are put to parameters. */
export interface CallArguments {
  readonly positional: readonly Value[]
  readonly named: ReadonlyMap<string, Value>
}

/** Whether a value is a list. */
export function isList(value: Value): value is List {
  return Array.isArray(value)
}

/** Whether a value is a dict; the headers of a request are one too. */
export function isDict(value: Value): value is Dict {
  return value instanceof Map
}
