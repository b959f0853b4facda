/** A run was asked for that the merge does not name. */
export class UnknownRunError extends Error {
  override readonly name = 'UnknownRunError'
  readonly run: string

  /** @param known the ids that it names */
  constructor(run: string, merge: string, known: readonly string[]) {
    const names = known.length === 0 ? 'none' : known.join(', ')
    super(`The pull request ${merge} names no flow run ${run}. It names: ${names}.`)
    this.run = run
  }
}
