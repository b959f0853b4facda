import { typeError } from '../errors/python-error.ts'
import type { Carried, Rope } from '../output/rope.ts'
import { plain } from '../output/rope.ts'
import { Tuple } from '../values/tuple.ts'
import { type CallArguments, PythonObject, type Value } from '../values/value.ts'
import { type Scope, scopeWithin } from './scope.ts'

/** Arguments that may be captured output, as only macros take them. */
export interface CarriedArguments {
  readonly positional: readonly Carried[]
  readonly named: ReadonlyMap<string, Carried>
}

/** A macro, as the compiler describes it. */
export interface MacroDefinition {
  readonly name: string
  /** Its parameters, each with what it is without an argument, reckoned where the macro is called. */
  readonly parameters: readonly (readonly [name: string, fallback: ((scope: Scope) => Carried) | null])[]
  /** Which of `caller`, `varargs` and `kwargs` its body names: only those are accepted. */
  readonly names: readonly string[]
  readonly body: (scope: Scope) => Rope
}

/** `{% macro %}`: a function of the template, which gives what its body prints. */
export class Macro extends PythonObject {
  override readonly typeName = 'Macro'
  private readonly definition: MacroDefinition
  private readonly outer: Scope

  constructor(definition: MacroDefinition, outer: Scope) {
    super()
    this.definition = definition
    this.outer = outer
  }

  override print(): string {
    return `<Macro '${this.definition.name}'>`
  }

  override attribute(name: string): Value {
    if (name === 'name') return this.definition.name
    return name === 'arguments'
      ? new Tuple(this.definition.parameters.map(([parameter]) => parameter))
      : undefined
  }

  override callable(): (given: CallArguments) => Value {
    return (given) => this.call(given).text
  }

  /** What its body prints with these arguments, in pieces. */
  call(given: CarriedArguments): Rope {
    const { body, parameters } = this.definition
    const scope = scopeWithin(this.outer)
    const rest = new Map(given.named)
    parameters.forEach(([name, fallback], place) => {
      if (place < given.positional.length) scope[name] = given.positional[place]
      else if (rest.has(name)) scope[name] = rest.get(name)
      else scope[name] = fallback === null ? undefined : fallback(scope)
      if (rest.has(name) && place < given.positional.length)
        throw this.refuse(`multiple values for argument '${name}'`)
      rest.delete(name)
    })
    this.takeRest(scope, given.positional.slice(parameters.length), rest)
    return body(scope)
  }

  private takeRest(scope: Scope, positional: readonly Carried[], named: Map<string, Carried>): void {
    const { names, parameters } = this.definition
    const takes = (name: string) =>
      names.includes(name) && !parameters.some(([parameter]) => parameter === name)
    if (takes('caller')) scope['caller'] = named.get('caller')
    if (takes('caller') || named.get('caller') === undefined) named.delete('caller')
    if (takes('kwargs')) {
      scope['kwargs'] = new Map([...named].map(([name, value]): [Value, Value] => [name, plain(value)]))
    } else {
      const [unknown] = named.keys()
      if (unknown !== undefined) throw this.refuse(`an unexpected keyword argument '${unknown}'`)
    }
    if (takes('varargs')) scope['varargs'] = new Tuple(positional.map((value) => plain(value)))
    else if (positional.length > 0) throw this.refuse(`more than ${parameters.length} arguments`)
  }

  private refuse(what: string) {
    return typeError(`macro '${this.definition.name}' was given ${what}`)
  }
}
