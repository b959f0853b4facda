import { represent } from './print.ts'
import { PythonObject, type Value } from './value.ts'

/** `namespace(…)`: the one thing a template can change from inside a loop. */
export class Namespace extends PythonObject {
  override readonly typeName = 'Namespace'
  private readonly values: Map<Value, Value>

  constructor(values: ReadonlyMap<Value, Value>) {
    super()
    this.values = new Map(values)
  }

  override print(): string {
    return `<Namespace ${represent(this.values)}>`
  }

  override attribute(name: string): Value {
    return this.values.get(name)
  }

  override item(key: Value): Value {
    return this.values.get(key)
  }

  assign(name: string, value: Value): void {
    this.values.set(name, value)
  }
}
