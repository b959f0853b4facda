import { typeError, valueError } from '../errors/python-error.ts'
import { typeName } from './type-name.ts'
import { PythonObject, type Value } from './value.ts'

/** `start:stop:step` between brackets; None where nothing was written. */
export class Slice extends PythonObject {
  override readonly typeName = 'slice'
  readonly start: Value
  readonly stop: Value
  readonly step: Value

  constructor(start: Value, stop: Value, step: Value) {
    super()
    this.start = start
    this.stop = stop
    this.step = step
  }

  override print(): string {
    return 'slice'
  }

  /** The positions that it takes out of so many items. */
  positions(length: number): number[] {
    const { start, stop, step } = this.bounds(length)
    const positions: number[] = []
    for (let at = start; step > 0 ? at < stop : at > stop; at += step) positions.push(at)
    return positions
  }

  /** Where it starts and stops in so many items. */
  bounds(length: number): { start: number; stop: number; step: number } {
    const step = toNumber(this.step) ?? 1
    if (step === 0) throw valueError('slice step cannot be zero')
    const [lowest, highest] = step > 0 ? [0, length] : [-1, length - 1]
    const place = (value: Value, otherwise: number) => {
      const given = toNumber(value)
      if (given === null) return otherwise
      return Math.min(Math.max(given < 0 ? given + length : given, lowest), highest)
    }
    const start = place(this.start, step > 0 ? lowest : highest)
    const stop = place(this.stop, step > 0 ? highest : lowest)
    return { start, stop, step }
  }
}

function toNumber(value: Value): number | null {
  if (value === null) return null
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'bigint') {
    throw typeError(`slice indices must be integers or None, not ${typeName(value)}`)
  }
  return Number(value)
}
