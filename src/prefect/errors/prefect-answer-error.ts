import { PrefectError } from './prefect-error.ts'

/** What was wrong with an answer. */
export type BadAnswer = {
  readonly status: number
  /** In words that go on from "answered … with 500: ". */
  readonly reason: string
  readonly retryable: boolean
  /** Whether there was more of it than we read. */
  readonly tooLarge?: boolean
  /** What to do, as a sentence. */
  readonly advice?: string
}

/** Prefect, or something in front of it, gave an answer that the API does not promise. */
export class PrefectAnswerError extends PrefectError {
  override readonly name = 'PrefectAnswerError'
  readonly retryable: boolean
  readonly host: string
  /** Method and path without ids. */
  readonly call: string
  readonly status: number
  readonly reason: string
  readonly tooLarge: boolean

  constructor(host: string, call: string, { status, reason, retryable, tooLarge, advice }: BadAnswer) {
    super(
      `Prefect at ${host} answered ${call} with ${status}: ${reason}.${advice === undefined ? '' : ` ${advice}`}`,
    )
    this.host = host
    this.call = call
    this.status = status
    this.reason = reason
    this.retryable = retryable
    this.tooLarge = tooLarge ?? false
  }
}
