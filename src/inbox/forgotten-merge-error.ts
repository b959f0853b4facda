/** A merge is no longer in the store. */
export class ForgottenMergeError extends Error {
  override readonly name = 'ForgottenMergeError'
  /** Its key. */
  readonly merge: string

  constructor(merge: string) {
    super(
      `The merge ${merge} was forgotten a moment ago: it is older than the server's KEEP_FOR. Press Retry on the pages of its runs.`,
    )
    this.merge = merge
  }
}
