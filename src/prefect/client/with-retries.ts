import type { Connection } from './connection.ts'
import { errorOf } from './error-of.ts'
import { isAnswered } from './is-nothing.ts'
import type { Answer, Outcome } from './outcome.ts'
import type { PrefectRequest } from './request.ts'
import { retryDelay } from './retry-delay.ts'

/**
 * Repeats a request that changes nothing until it has an answer, or patience ends.
 *
 * @throws {PrefectError} for any answer but 2xx and Prefect's own 404; the signal's reason when we are leaving
 */
export async function withRetries(
  connection: Connection,
  request: PrefectRequest,
  once: (attempt: number) => Promise<Outcome>,
): Promise<Answer> {
  let waited = 0
  for (let attempts = 1; ; attempts++) {
    const outcome = await once(attempts)
    if (outcome.kind === 'answer' && isAnswered(outcome)) return outcome
    const delay = retryDelay(outcome, { attempts, maxRetries: connection.maxRetries, waited }, Math.random())
    if (delay === null) throw errorOf(connection, request, outcome, attempts)
    await connection.wait(delay, connection.signal)
    waited += delay
  }
}
