import { represent } from './print.ts'
import { PythonObject, type Value } from './value.ts'

/** What `keys()`, `values()` and `items()` of a dict give: it can be gone through, but not indexed. */
export class DictView extends PythonObject {
  override readonly typeName: string
  readonly items: readonly Value[]

  constructor(typeName: string, items: readonly Value[]) {
    super()
    this.typeName = typeName
    this.items = items
  }

  override print(): string {
    return `${this.typeName}(${represent(this.items)})`
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
}
