import type { Value } from './value.ts'

/** The headers of a request: a dict whose keys are found in any case, and printed as the sender wrote them. */
export class Headers extends Map<Value, Value> {
  private readonly spelling = new Map<string, string>()

  constructor(headers: Readonly<Record<string, string>>) {
    super()
    for (const [name, value] of Object.entries(headers)) this.set(name, value)
  }

  override set(name: Value, value: Value): this {
    if (typeof name !== 'string') return super.set(name, value)
    const spelling = this.spelling.get(name.toLowerCase()) ?? name
    this.spelling.set(name.toLowerCase(), spelling)
    return super.set(spelling, value)
  }

  override get(name: Value): Value {
    return super.get(this.spelled(name))
  }

  override has(name: Value): boolean {
    return super.has(this.spelled(name))
  }

  private spelled(name: Value): Value {
    return typeof name === 'string' ? this.spelling.get(name.toLowerCase()) : name
  }
}
