import type { Rendering } from '../runtime/rendering.ts'
import { bind, type Parameter } from '../values/arguments.ts'
import type { CallArguments, Value } from '../values/value.ts'

/** A filter: the value to its left is its first argument. */
export type Filter = (given: CallArguments, rendering: Rendering) => Value

/** A row of the table of filters: its name, its parameters in Jinja's words, and what it does. */
export function filter(
  name: string,
  parameters: readonly Parameter[],
  run: (...values: Value[]) => Value,
): readonly [string, Filter] {
  return [name, (given) => run(...bind(name, parameters, given))]
}
