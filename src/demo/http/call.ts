import type { IncomingHttpHeaders } from 'node:http'

/** One request that a stand-in received, and how it ended. */
export interface Call {
  method: string
  /** Below the base of the API, without the query. */
  path: string
  /** Without the question mark; empty when there is none. */
  query: string
  headers: IncomingHttpHeaders
  /** The parsed JSON; the text where it is none; undefined without a body. */
  body: unknown
  /** Null when the sender got no answer: the connection was destroyed, or left hanging. */
  status: number | null
  /** When the request had been read, in milliseconds since 1970. */
  at: number
}

/** All requests so far, oldest first. */
export class CallLog extends Array<Call> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array
  }

  /** The calls whose `METHOD /path` contains the text or matches the expression. */
  of(what: string | RegExp): Call[] {
    return this.filter(({ method, path }) => {
      const line = `${method} ${path}`
      return typeof what === 'string' ? line.includes(what) : line.search(what) !== -1
    })
  }
}

/** One line for people: `POST /flow_runs/…/set_state → 201`. */
export function describeCall({ method, path, query, status }: Call): string {
  return `${method} ${path}${query === '' ? '' : `?${query}`} → ${status ?? 'no answer'}`
}
