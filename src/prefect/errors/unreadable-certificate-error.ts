import { PrefectError } from './prefect-error.ts'

/** The file with the certificates to trust cannot be read, or has none in it. */
export class UnreadableCertificateError extends PrefectError {
  override readonly name = 'UnreadableCertificateError'
  readonly retryable = false
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(
      `The certificates to trust for Prefect could not be read from ${path}. Let PREFECT_API_SSL_CERT_FILE name a readable PEM file.`,
      { cause },
    )
    this.path = path
  }
}
