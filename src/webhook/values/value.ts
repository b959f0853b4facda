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

/** Anything in a template that is neither plain data nor undefined: loops, macros, methods, ranges, … */
export abstract class PythonObject {
  /** The name of its type, for error messages. */
  abstract readonly typeName: string

  /** Its text, as `str()` gives it. */
  abstract print(): string

  /** Its text inside a list or dict, as `repr()` gives it. */
  represent(): string {
    return this.print()
  }

  /** An attribute of its own, or undefined. */
  attribute(_name: string): Value {
    return undefined
  }

  /** `object[key]`; undefined when there is no such item. */
  item(_key: Value): Value {
    return undefined
  }

  truth(): boolean {
    return true
  }

  /** Its items; null when it cannot be iterated. */
  iterate(): Iterator<Value> | null {
    return null
  }

  /** How many items it has; null when it has no length. */
  size(): number | null {
    return null
  }

  /** What a call of it does; null when it cannot be called. */
  callable(): ((given: CallArguments) => Value) | null {
    return null
  }

  equals(other: Value): boolean {
    return this === other
  }
}
