import type { CallArguments, Value } from './value.ts'

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
