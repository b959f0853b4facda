/** A text is not JSON. */
export class JsonError extends Error {
  override readonly name = 'JsonError'
  /** Where, counted in UTF-16 units from 0. */
  readonly position: number

  constructor(reason: string, position: number) {
    super(`${reason}, at position ${position}`)
    this.position = position
  }
}
