import { bind, type Parameter } from '../values/arguments.ts'
import { Builtin } from '../values/builtin.ts'
import type { CallArguments, Value } from '../values/value.ts'

/** A method by its name, to be bound to the value it was asked of. */
export type Method<Self extends Value> = (self: Self) => Builtin

/** A method with named parameters. */
export function method<Self extends Value>(
  name: string,
  parameters: readonly Parameter[],
  run: (self: Self, ...values: Value[]) => Value,
): readonly [string, Method<Self>] {
  return [name, (self) => new Builtin(name, (given) => run(self, ...bind(name, parameters, given)))]
}

/** A method that takes its arguments as they come. */
export function freeMethod<Self extends Value>(
  name: string,
  run: (self: Self, given: CallArguments) => Value,
): readonly [string, Method<Self>] {
  return [name, (self) => new Builtin(name, (given) => run(self, given))]
}
