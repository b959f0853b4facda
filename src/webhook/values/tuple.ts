import { equal } from './equal.ts'
import { represent } from './print.ts'
import { PythonObject, type Value } from './value.ts'

/** `(1, 2)`, and the pairs that `items()` gives. */
export class Tuple extends PythonObject {
  override readonly typeName = 'tuple'
  readonly items: readonly Value[]

  constructor(items: readonly Value[]) {
    super()
    this.items = items
  }

  override print(): string {
    const inside = this.items.map((item) => represent(item)).join(', ')
    return this.items.length === 1 ? `(${inside},)` : `(${inside})`
  }

  override truth(): boolean {
    return this.items.length > 0
  }

  override iterate(): Iterator<Value> {
    return this.items.values()
  }

  override size(): number {
    return this.items.length
  }

  override equals(other: Value): boolean {
    return other instanceof Tuple && equal(this.items, other.items)
  }
}
