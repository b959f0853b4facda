import type { Rope } from '../output/rope.ts'
import { PythonObject, type Value } from '../values/value.ts'
import { Macro } from './macro.ts'
import type { Scope } from './scope.ts'

/** `self`: prints the blocks of a template once more. */
export class Blocks extends PythonObject {
  override readonly typeName = 'TemplateReference'
  private readonly bodies: ReadonlyMap<string, (scope: Scope) => Rope>
  private readonly outer: Scope

  constructor(bodies: ReadonlyMap<string, (scope: Scope) => Rope>, outer: Scope) {
    super()
    this.bodies = bodies
    this.outer = outer
  }

  override print(): string {
    return '<TemplateReference None>'
  }

  override attribute(name: string): Value {
    const body = this.bodies.get(name)
    return body === undefined ? undefined : new Macro({ name, parameters: [], names: [], body }, this.outer)
  }
}
