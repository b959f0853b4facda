import { Tuple } from './tuple.ts'
import type { Value } from './value.ts'

/** What `groupby` gives: a pair whose parts have names. */
export class Group extends Tuple {
  override attribute(name: string): Value {
    if (name === 'grouper') return this.items[0]
    return name === 'list' ? this.items[1] : undefined
  }

  constructor(grouper: Value, list: readonly Value[]) {
    super([grouper, list])
  }
}
