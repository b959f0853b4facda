import { PrefectError } from './prefect-error.ts'

/** No answer came: network, name, TLS or time. */
export class PrefectUnreachableError extends PrefectError {
  override readonly name = 'PrefectUnreachableError'
  readonly host: string
  /** What the system calls it: `ECONNREFUSED`, `timeout`, … */
  readonly reason: string

  constructor(host: string, reason: string, options: ErrorOptions) {
    super(`Prefect at ${host} cannot be reached (${reason}). Check PREFECT_API_URL and the network.`, options)
    this.host = host
    this.reason = reason
  }
}
