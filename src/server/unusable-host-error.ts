/** `HOST` is no address that this machine can listen on. */
export class UnusableHostError extends Error {
  override readonly name = 'UnusableHostError'
  readonly host: string
  /** The system's, such as `EADDRNOTAVAIL`. */
  readonly code: string

  constructor(host: string, code: string, cause?: unknown) {
    super(
      `HOST is ${host}, which is no address of this machine (${code}). Set it to localhost, to one of this machine's addresses, or to 0.0.0.0 for all of them.`,
      { cause },
    )
    this.host = host
    this.code = code
  }
}
