import { z } from 'zod'

/** Something is stored in a form that this version of the program does not know. */
export class UnknownFormError extends Error {
  override readonly name = 'UnknownFormError'
  /** Whose, and what: `the plan of 1001#42@abc1234`. */
  readonly what: string

  constructor(what: string, cause: Error) {
    const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : cause.message
    super(
      `The store holds ${what} in a form that this version of resume-on-merge does not know. Use the version that the server has.\n${problem}`,
      { cause },
    )
    this.what = what
  }
}
