import { z } from 'zod'

/** GitHub was asked for a comment, and its answer does not tell whether there is one now. */
export class UnclearCommentError extends Error {
  override readonly name = 'UnclearCommentError'
  readonly merge: string

  constructor(merge: string, cause: unknown) {
    super(
      `Whether the comment on ${merge} was stored is not known, since GitHub did not answer clearly. It is looked for in a while.`,
      { cause },
    )
    this.merge = merge
  }
}

/** Octokit gives a call that had no answer the status 500, too. */
const refusedSchema = z.object({ status: z.int().min(400).max(499) })

/** Whether a failed call may have had its effect: anything but a plain refusal. */
export function isUnclear(error: unknown): boolean {
  return !refusedSchema.safeParse(error).success
}
