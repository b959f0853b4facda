/** What was waited for did not come about. */
export class NotReachedError extends Error {
  override readonly name = 'NotReachedError'
  /** What the stand-in had seen by then, for people. */
  readonly seen: string

  /** @param why such as `within 10000 ms` */
  constructor(what: string, why: string, seen: string) {
    super(`${what} was not reached ${why}. What the stand-in had seen:\n${seen}`)
    this.seen = seen
  }
}
