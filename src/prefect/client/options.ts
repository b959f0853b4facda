/** How Prefect knows us: a key of Prefect Cloud, or `user:password` of a server of one's own. */
export type PrefectCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'basic'; readonly authString: string }

/** One request that was made, for logs and metrics. */
export type PrefectCall = {
  readonly method: 'GET' | 'POST'
  /** Without ids, so that it can be a label. */
  readonly path: string
  /** 1 for the first. */
  readonly attempt: number
  /** In milliseconds, until the whole answer was there. */
  readonly duration: number
  /** Null where no whole answer came. */
  readonly status: number | null
  /** Why there was none: the system's code, `TIMEOUT`, `TOO_LARGE` or `LEFT`. */
  readonly error: string | null
}

/** Waits so many milliseconds; rejects when the signal is aborted. */
export type Wait = (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>

export interface PrefectClientOptions {
  /** With or without a trailing slash. */
  readonly apiUrl: string
  readonly credentials: PrefectCredentials
  /** For a proxy in front of Prefect; our own headers win. */
  readonly headers?: Readonly<Record<string, string>>
  /** For one request and its whole answer, in milliseconds. @default 15_000 */
  readonly timeout?: number
  /** How often a read is tried again. @default 5 */
  readonly maxRetries?: number
  /** The path of certificates (PEM) to trust instead of the system's, as Prefect's own client does. */
  readonly certificateFile?: string | null
  /** Trusts whoever answers. @default false */
  readonly insecureSkipVerify?: boolean
  /** Told of every request. Must not throw: what was set would be taken for a failure. */
  readonly onCall?: (call: PrefectCall) => void
  /**
   * Told once of each flow run among several that is left out, because its form is not one that we know. Must not
   * throw.
   *
   * @param id null where it has none
   * @param problem in words, without content
   */
  readonly onUnreadable?: ((id: string | null, problem: string) => void) | undefined
  /** Ends calls that are open, and keeps new ones from being made. */
  readonly signal?: AbortSignal
  /** For tests. @default a timer */
  readonly wait?: Wait
}
