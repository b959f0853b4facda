import { isNumeric } from '../values/equal.ts'
import { isIterable, sizeOf } from '../values/iterate.ts'
import { print } from '../values/print.ts'
import { isDict, PythonObject, type Value } from '../values/value.ts'
import { DictView } from '../values/view.ts'
import { namedTest, type Test } from './test.ts'

const kinds: Record<string, (value: Value) => boolean> = {
  defined: (value) => value !== undefined,
  undefined: (value) => value === undefined,
  none: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  true: (value) => value === true,
  false: (value) => value === false,
  integer: (value) => typeof value === 'bigint',
  float: (value) => typeof value === 'number',
  number: isNumeric,
  string: (value) => typeof value === 'string',
  mapping: isDict,
  iterable: isIterable,
  sequence: (value) => sizeOf(value) !== null && !(value instanceof DictView),
  // Undefined can be called, to Python: it fails only then.
  callable: (value) => value === undefined || (value instanceof PythonObject && value.callable() !== null),
  lower: (value) => hasCase(print(value), (text) => text.toLowerCase()),
  upper: (value) => hasCase(print(value), (text) => text.toUpperCase()),
}

/** Tests of what kind of value it is. */
export const kindTests: readonly (readonly [string, Test])[] = Object.entries(kinds).map(([name, holds]) =>
  namedTest(name, ['value'], holds),
)

function hasCase(text: string, change: (text: string) => string): boolean {
  return /\p{L}/u.test(text) && change(text) === text
}
