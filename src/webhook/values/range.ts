import { getItem } from './item.ts'
import { Slice } from './slice.ts'
import { PythonObject, type Value } from './value.ts'

/** `range(start, stop, step)`; whoever makes one limits its length. */
export class Range extends PythonObject {
  override readonly typeName = 'range'
  private readonly start: bigint
  private readonly stop: bigint
  private readonly step: bigint

  constructor(start: bigint, stop: bigint, step: bigint) {
    super()
    this.start = start
    this.stop = stop
    this.step = step
  }

  /** How many numbers it has. */
  get count(): bigint {
    const distance = this.step > 0n ? this.stop - this.start : this.start - this.stop
    const width = this.step > 0n ? this.step : -this.step
    return distance <= 0n ? 0n : (distance + width - 1n) / width
  }

  override print(): string {
    const step = this.step === 1n ? '' : `, ${this.step}`
    return `range(${this.start}, ${this.stop}${step})`
  }

  override truth(): boolean {
    return this.count > 0n
  }

  override iterate(): Iterator<Value> {
    return this.numbers().values()
  }

  override item(key: Value): Value {
    return key instanceof Slice ? this.part(key) : getItem(this.numbers(), key)?.value
  }

  override size(): number {
    return Number(this.count)
  }

  private part(slice: Slice): Range {
    const { start, stop, step } = slice.bounds(this.size())
    const place = (index: number) => this.start + BigInt(index) * this.step
    return new Range(place(start), place(stop), this.step * BigInt(step))
  }

  private numbers(): bigint[] {
    return Array.from({ length: this.size() }, (_, index) => this.start + BigInt(index) * this.step)
  }
}
