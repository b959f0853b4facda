import { PrefectError } from './prefect-error.ts'

/** 401: the credentials are missing or wrong. */
export class PrefectUnauthorizedError extends PrefectError {
  override readonly name = 'PrefectUnauthorizedError'
  readonly host: string

  constructor(host: string) {
    super(`Prefect at ${host} refused our credentials. Check PREFECT_API_KEY or PREFECT_API_AUTH_STRING.`)
    this.host = host
  }
}
