import { typeError } from '../errors/python-error.ts'
import { Builtin } from '../values/builtin.ts'
import { equal } from '../values/equal.ts'
import { type CallArguments, PythonObject, type Value } from '../values/value.ts'

/** The `loop` of a `for`: goes through what is looped over, one item ahead, so that the last one is known. */
export class Loop extends PythonObject {
  override readonly typeName = 'LoopContext'
  current: Value
  private readonly depth: number
  private readonly again: ((items: Value, depth: number) => Value) | null
  private rest: Iterator<Value>
  private ahead: IteratorResult<Value>
  private index = -1
  private previous: Value
  private seen: readonly Value[] | null = null

  /** `again` renders the body of a recursive loop for other items. */
  constructor(items: Iterator<Value>, depth: number, again: ((items: Value, depth: number) => Value) | null) {
    super()
    this.rest = items
    this.depth = depth
    this.again = again
    this.ahead = items.next()
  }

  /** Goes to the next item; false when there is none. */
  advance(): boolean {
    if (this.ahead.done) return false
    this.previous = this.current
    this.current = this.ahead.value
    this.ahead = this.rest.next()
    this.index += 1
    return true
  }

  /** Whether there was no item at all. */
  get isEmpty(): boolean {
    return this.index === -1
  }

  override print(): string {
    return `<LoopContext ${this.index + 1}/${this.count()}>`
  }

  override size(): number {
    return this.count()
  }

  override attribute(name: string): Value {
    return attributes.get(name)?.(this)
  }

  override callable(): ((given: CallArguments) => Value) | null {
    const { again, depth } = this
    if (again === null) return null
    return ({ positional: [items] }) => again(items, depth + 1)
  }

  /** What a template can ask of it. */
  state() {
    const { index, depth } = this
    return { index, depth, last: this.ahead.done === true, next: this.ahead.value, previous: this.previous }
  }

  /** How many items there are in all: those to come are fetched. */
  count(): number {
    const rest: Value[] = []
    for (let next = this.ahead; !next.done; next = this.rest.next()) rest.push(next.value)
    this.rest = rest.values()
    this.ahead = this.rest.next()
    return this.index + 1 + rest.length
  }

  /** Whether these values differ from those of the last time. */
  changed(values: readonly Value[]): boolean {
    const same = this.seen !== null && equal(this.seen, values)
    this.seen = values
    return !same
  }
}

const attributes = new Map<string, (loop: Loop) => Value>([
  ['index', (loop) => BigInt(loop.state().index + 1)],
  ['index0', (loop) => BigInt(loop.state().index)],
  ['revindex', (loop) => BigInt(loop.count() - loop.state().index)],
  ['revindex0', (loop) => BigInt(loop.count() - loop.state().index - 1)],
  ['first', (loop) => loop.state().index === 0],
  ['last', (loop) => loop.state().last],
  ['length', (loop) => BigInt(loop.count())],
  ['depth', (loop) => BigInt(loop.state().depth + 1)],
  ['depth0', (loop) => BigInt(loop.state().depth)],
  ['previtem', (loop) => loop.state().previous],
  ['nextitem', (loop) => loop.state().next],
  ['changed', (loop) => new Builtin('changed', ({ positional }) => loop.changed(positional))],
  ['cycle', (loop) => new Builtin('cycle', ({ positional }) => cycle(loop, positional))],
])

function cycle(loop: Loop, values: readonly Value[]): Value {
  if (values.length === 0) throw typeError('no items for cycling given')
  return values[loop.state().index % values.length]
}
