import { PrefectError } from './prefect-error.ts'

/** 403: the credentials are known, but may not do this. */
export class PrefectForbiddenError extends PrefectError {
  override readonly name = 'PrefectForbiddenError'
  readonly host: string

  constructor(host: string) {
    super(
      `Prefect at ${host} does not let our credentials do this. The account behind them needs a role that may ` +
        'see and update flow runs, and PREFECT_API_URL has to name its workspace.',
    )
    this.host = host
  }
}
