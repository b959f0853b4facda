import type { z } from 'zod'
import type { Connection } from './connection.ts'
import { exchangeWithToken } from './csrf.ts'
import { exchange } from './exchange.ts'
import { isNothing } from './is-nothing.ts'
import { readAnswer } from './read-answer.ts'
import type { PrefectRequest } from './request.ts'
import { withRetries } from './with-retries.ts'

/**
 * Reads something; tried again where that may help. Null where Prefect has no such thing.
 *
 * @throws {PrefectError}
 */
export async function read<T>(
  connection: Connection,
  request: PrefectRequest,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const once = request.method === 'GET' ? exchange : exchangeWithToken
  const answer = await withRetries(connection, request, (attempt) => once(connection, request, attempt))
  return isNothing(answer) ? null : readAnswer(connection, request, answer, schema)
}
