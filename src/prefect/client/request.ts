/** A request of the API. */
export type PrefectRequest = {
  readonly method: 'GET' | 'POST'
  /** Below the API's URL, exactly as Prefect serves it: otherwise it redirects. */
  readonly path: string
  /** The path as logs, metrics and errors show it: without ids. */
  readonly template: string
  readonly body?: unknown
}

/** How errors name a request. */
export function nameOf({ method, template }: PrefectRequest): string {
  return `${method} ${template}`
}
