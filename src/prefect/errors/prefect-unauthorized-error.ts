import { PrefectError } from './prefect-error.ts'

/** Prefect does not know us (401). */
export class PrefectUnauthorizedError extends PrefectError {
  override readonly name = 'PrefectUnauthorizedError'
  readonly retryable = false
  readonly host: string

  constructor(host: string) {
    super(
      `Prefect at ${host} refused our credentials. Check PREFECT_API_KEY (Prefect Cloud) or PREFECT_API_AUTH_STRING (a server of your own).`,
    )
    this.host = host
  }
}
