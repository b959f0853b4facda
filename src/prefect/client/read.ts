import type { z } from 'zod'
import type { Connection } from './connection.ts'
import { exchangeWithToken } from './csrf.ts'
import { errorOf } from './error-of.ts'
import { exchange } from './exchange.ts'
import { isNothing } from './is-nothing.ts'
import type { Answer } from './outcome.ts'
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
  const answer = await ask(connection, request)
  return isNothing(answer) ? null : readAnswer(connection, request, answer, schema)
}

/**
 * Reads something that every Prefect has: without it, it is another address that answers.
 *
 * @throws {PrefectError}
 */
export async function readCertain<T>(
  connection: Connection,
  request: PrefectRequest,
  schema: z.ZodType<T>,
): Promise<T> {
  const answer = await ask(connection, request)
  if (isNothing(answer)) throw errorOf(connection, request, answer, 1)
  return readAnswer(connection, request, answer, schema)
}

function ask(connection: Connection, request: PrefectRequest): Promise<Answer> {
  const once = request.method === 'GET' ? exchange : exchangeWithToken
  return withRetries(connection, request, (attempt) => once(connection, request, attempt))
}
