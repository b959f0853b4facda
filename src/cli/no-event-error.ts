/** What the template renders for a request is no event. */
export class NoEventError extends Error {
  override readonly name = 'NoEventError'

  constructor(because: string) {
    super(`The template renders no event for this request. Look at it with --text.\n${because}`)
  }
}
