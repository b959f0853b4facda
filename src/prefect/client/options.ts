/** How Prefect knows us. */
export type PrefectCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'basic'; readonly authString: string }

/** One call to Prefect, for the log and for counting. */
export interface PrefectCall {
  method: 'GET' | 'POST'
  /** With placeholders for ids. */
  path: string
  /** The answer's status; null when none came. */
  status: number | null
  /** In milliseconds. */
  duration: number
}

export interface PrefectClientOptions {
  /** Of one workspace, as `PREFECT_API_URL`. */
  readonly apiUrl: string
  readonly credentials: PrefectCredentials
  /** For a proxy in front of Prefect. */
  readonly headers: Readonly<Record<string, string>>
  /** For one call, its answer included, in milliseconds. */
  readonly timeout: number
  /** How often a read is repeated. */
  readonly maxRetries: number
  /** A file of certificates (PEM) to trust beside the system's. */
  readonly certificateFile: string | null
  readonly insecureSkipVerify: boolean
  /** Ends calls that are under way. */
  readonly signal?: AbortSignal
  readonly onCall?: (call: PrefectCall) => void
  /** Waits between two tries, in milliseconds. */
  readonly wait?: (duration: number) => Promise<void>
}
