import { typeError } from '../errors/python-error.ts'
import { Builtin } from './builtin.ts'
import { type CallArguments, PythonObject, type Value } from './value.ts'

/** `cycler('a', 'b')`: gives its values in turn. */
export class Cycler extends PythonObject {
  override readonly typeName = 'Cycler'
  private readonly items: readonly Value[]
  private place = 0

  constructor(items: readonly Value[]) {
    super()
    if (items.length === 0) throw typeError('at least one item has to be provided')
    this.items = items
  }

  override print(): string {
    return '<Cycler>'
  }

  override attribute(name: string): Value {
    if (name === 'current') return this.items[this.place]
    if (name === 'next') return new Builtin('next', () => this.next())
    return name === 'reset' ? new Builtin('reset', () => this.reset()) : undefined
  }

  private next(): Value {
    const current = this.items[this.place]
    this.place = (this.place + 1) % this.items.length
    return current
  }

  private reset(): null {
    this.place = 0
    return null
  }
}

/** `joiner(', ')`: nothing at its first call, the separator at every other. */
export class Joiner extends PythonObject {
  override readonly typeName = 'Joiner'
  private readonly separator: Value
  private used = false

  constructor(separator: Value) {
    super()
    this.separator = separator
  }

  override print(): string {
    return '<Joiner>'
  }

  override callable(): (given: CallArguments) => Value {
    return () => {
      const first = !this.used
      this.used = true
      return first ? '' : this.separator
    }
  }
}
