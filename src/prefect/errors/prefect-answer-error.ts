import { PrefectError } from './prefect-error.ts'

/** An answer that the API does not promise: a status nobody expects, or the page of a proxy. */
export class PrefectAnswerError extends PrefectError {
  override readonly name = 'PrefectAnswerError'
  readonly host: string
  /** With placeholders for ids: `/flow_runs/{id}`. */
  readonly path: string
  readonly status: number

  constructor(host: string, path: string, status: number, problem: string) {
    super(`Prefect at ${host} answered ${status} on ${path}: ${problem}.`)
    this.host = host
    this.path = path
    this.status = status
  }
}
