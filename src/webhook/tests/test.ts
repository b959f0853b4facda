import type { Rendering } from '../runtime/rendering.ts'
import { bind, type Parameter } from '../values/arguments.ts'
import type { CallArguments, Value } from '../values/value.ts'

/** A test: the value to the left of `is` is its first argument. */
export type Test = (given: CallArguments, rendering: Rendering) => boolean

/** A row of the table of tests. */
export function namedTest(
  name: string,
  parameters: readonly Parameter[],
  holds: (...values: Value[]) => boolean,
): readonly [string, Test] {
  return [name, (given) => holds(...bind(name, parameters, given))]
}
