import { PythonObject, type Value } from './value.ts'

/** What filters such as `map` give: items that can be gone through once. */
export class Stream extends PythonObject {
  override readonly typeName = 'generator'
  private readonly items: Iterator<Value>

  constructor(items: Iterator<Value>) {
    super()
    this.items = items
  }

  override print(): string {
    return '<generator object>'
  }

  override iterate(): Iterator<Value> {
    return this.items
  }
}
