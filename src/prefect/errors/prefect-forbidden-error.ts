import { PrefectError } from './prefect-error.ts'

/** Prefect knows us, but this is not allowed to us (403). */
export class PrefectForbiddenError extends PrefectError {
  override readonly name = 'PrefectForbiddenError'
  readonly retryable = false
  readonly host: string
  /** Method and path without ids. */
  readonly call: string
  /** Prefect's own words, if it had any. */
  readonly reason: string | null

  constructor(host: string, call: string, reason: string | null) {
    super(
      `Prefect at ${host} does not allow us ${call}${reason === null ? '' : `: ${reason}`}. Give our key a role that may create, update and run flows in this workspace (Developer), and check the account's IP allowlist.`,
    )
    this.host = host
    this.call = call
    this.reason = reason
  }
}
