import { PrefectError } from './prefect-error.ts'

/** The API's URL cannot be one. It is not shown: what makes it unusable may be a password in it. */
export class UnusableApiUrlError extends PrefectError {
  override readonly name = 'UnusableApiUrlError'
  readonly retryable = false

  constructor() {
    super(
      'The URL of the Prefect API is not an http(s) URL without user, query and fragment. Set PREFECT_API_URL to one like http://127.0.0.1:4200/api; credentials have variables of their own.',
    )
  }
}
