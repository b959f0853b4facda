import type { Connection } from './connection.ts'

/** How patient one reading is; what is not said is as with the others of the client. */
export interface ReadOptions {
  /** How often it is tried again. */
  readonly retries?: number
  /** For one request and its whole answer, in milliseconds. */
  readonly timeout?: number
}

/** The same connection with the patience of one reading. */
export function withPatience(connection: Connection, { retries, timeout }: ReadOptions = {}): Connection {
  return {
    ...connection,
    maxRetries: retries ?? connection.maxRetries,
    timeout: timeout ?? connection.timeout,
  }
}
