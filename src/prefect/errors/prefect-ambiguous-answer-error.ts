import { PrefectError } from './prefect-error.ts'

/** A write may or may not have been done. Read before it is tried again. */
export class PrefectAmbiguousAnswerError extends PrefectError {
  override readonly name = 'PrefectAmbiguousAnswerError'
  /** What came instead of an answer. */
  readonly reason: string

  constructor(reason: string, options?: ErrorOptions) {
    super(`Prefect did not say whether it was done: ${reason}`, options)
    this.reason = reason
  }
}
