import { PrefectError } from './prefect-error.ts'

/** We asked too often (429); Prefect did nothing. */
export class PrefectRateLimitError extends PrefectError {
  override readonly name = 'PrefectRateLimitError'
  readonly retryable = true
  readonly host: string
  /** Method and path without ids. */
  readonly call: string
  /** In milliseconds, as Prefect asks; null where it does not say. */
  readonly retryAfter: number | null

  constructor(host: string, call: string, retryAfter: number | null) {
    const when = retryAfter === null ? 'later' : `in ${Math.ceil(retryAfter / 1000)} s`
    super(`Prefect at ${host} limits how often we may ask (${call}). Try again ${when}, or ask for more.`)
    this.host = host
    this.call = call
    this.retryAfter = retryAfter
  }
}
