import { PrefectError } from './prefect-error.ts'

/** How a call failed before there was an answer to judge. */
export type Unreachable = {
  /** In words that go on from "could not be reached: ". */
  readonly because: string
  /** The system's code, such as `ECONNREFUSED`, or `TIMEOUT`. */
  readonly code: string
  /** Whether the certificate is what was wrong; that does not heal by itself. */
  readonly certificate: boolean
  readonly cause: unknown
}

/** Prefect gave no answer: no network, no server, no trust, or not in time. */
export class PrefectUnreachableError extends PrefectError {
  override readonly name = 'PrefectUnreachableError'
  readonly retryable: boolean
  readonly host: string
  /** Method and path without ids. */
  readonly call: string
  readonly code: string
  /** How often it was tried. */
  readonly attempts: number

  constructor(host: string, call: string, attempts: number, failure: Unreachable) {
    const advice = failure.certificate
      ? 'Name the certificate of its authority in PREFECT_API_SSL_CERT_FILE'
      : 'Check PREFECT_API_URL and whether Prefect runs'
    const tries = attempts === 1 ? 'one try' : `${attempts} tries`
    super(`Prefect at ${host} could not be reached: ${failure.because} (${tries} of ${call}). ${advice}.`, {
      cause: failure.cause,
    })
    this.host = host
    this.call = call
    this.code = failure.code
    this.attempts = attempts
    this.retryable = !failure.certificate
  }
}
