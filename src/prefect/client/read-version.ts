import { z } from 'zod'
import type { Connection } from './connection.ts'
import { errorOf } from './error-of.ts'
import { exchange } from './exchange.ts'
import { readAnswer } from './read-answer.ts'
import type { PrefectRequest } from './request.ts'
import { withRetries } from './with-retries.ts'

/**
 * The version of the Prefect server, such as `3.8.8`.
 *
 * @throws {PrefectError}
 */
export async function readVersion(connection: Connection): Promise<string> {
  const request: PrefectRequest = { method: 'GET', path: '/admin/version', template: '/admin/version' }
  const answer = await withRetries(connection, request, (attempt) => exchange(connection, request, attempt))
  if (answer.status === 404) throw errorOf(connection, request, answer, 1)
  return readAnswer(connection, request, answer, z.string())
}
