/** A further attempt did not lead to a run that is Scheduled; the reasons were printed. */
export class NotResumedError extends Error {
  override readonly name = 'NotResumedError'
  /** `owner/repo#42` */
  readonly merge: string

  constructor(merge: string, why: string) {
    super(`Nothing of ${merge} was resumed: ${why}`)
    this.merge = merge
  }
}
