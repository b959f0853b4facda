import { PrefectError } from './prefect-error.ts'

/** A write was sent, and nothing tells whether it was done. Read before trying again: it may have been. */
export class PrefectAmbiguousAnswerError extends PrefectError {
  override readonly name = 'PrefectAmbiguousAnswerError'
  readonly retryable = true
  readonly host: string
  /** Method and path without ids. */
  readonly call: string
  /** Null where there was no answer. */
  readonly status: number | null

  constructor(host: string, call: string, status: number | null, reason: string, cause?: unknown) {
    super(
      `Whether Prefect at ${host} did ${call} is not known: ${reason}. Read what it would have changed before another try.`,
      { cause },
    )
    this.host = host
    this.call = call
    this.status = status
  }
}
