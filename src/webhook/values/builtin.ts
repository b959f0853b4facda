import { bind, type Parameter } from './arguments.ts'
import { type CallArguments, PythonObject, type Value } from './value.ts'

/** A function that a template can call: a method of a value, or a global such as `range`. */
export class Builtin extends PythonObject {
  override readonly typeName = 'builtin_function_or_method'
  private readonly name: string
  private readonly run: (given: CallArguments) => Value

  constructor(name: string, run: (given: CallArguments) => Value) {
    super()
    this.name = name
    this.run = run
  }

  override print(): string {
    return `<built-in function ${this.name}>`
  }

  override callable(): (given: CallArguments) => Value {
    return this.run
  }
}

/** A function with named parameters. */
export function builtin(
  name: string,
  parameters: readonly Parameter[],
  run: (...values: Value[]) => Value,
): Builtin {
  return new Builtin(name, (given) => run(...bind(name, parameters, given)))
}
