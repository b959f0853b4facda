import { PrefectError } from './prefect-error.ts'

/** What leaves it in doubt whether a write was done. */
export type Doubt = {
  /** Null where there was no answer. */
  readonly status: number | null
  /** In words that go on from "is not known: ". */
  readonly reason: string
  readonly mayStillHappen: boolean
  readonly cause?: unknown
}

/** A write was sent, and nothing tells whether it was done. Read before trying again: it may have been. */
export class PrefectAmbiguousAnswerError extends PrefectError {
  override readonly name = 'PrefectAmbiguousAnswerError'
  readonly retryable = true
  readonly host: string
  /** Method and path without ids. */
  readonly call: string
  /** Null where there was no answer. */
  readonly status: number | null
  /**
   * Whether it may be done only after this: what is then read does not tell how it ends. False only where Prefect
   * itself ended the request, with its word that it could not do it now (its database was locked).
   */
  readonly mayStillHappen: boolean

  constructor(host: string, call: string, { status, reason, mayStillHappen, cause }: Doubt) {
    super(
      `Whether Prefect at ${host} did ${call} is not known: ${reason}. Read what it would have changed before another try.`,
      { cause },
    )
    this.host = host
    this.call = call
    this.status = status
    this.mayStillHappen = mayStillHappen
  }
}
