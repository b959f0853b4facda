import type { Connection } from './connection.ts'
import { errorOf } from './error-of.ts'
import type { Answer, Outcome } from './outcome.ts'
import type { PrefectRequest } from './request.ts'
import { retryDelay } from './retry-delay.ts'

/** Statuses with which a read has its answer: what is there, or that there is no such thing. */
const settled = (status: number) => (status >= 200 && status < 300) || status === 404

/**
 * Repeats a request that changes nothing until it has an answer, or patience ends.
 *
 * @throws {PrefectError} for any answer but 2xx and 404; the signal's reason when we are leaving
 */
export async function withRetries(
  connection: Connection,
  request: PrefectRequest,
  once: (attempt: number) => Promise<Outcome>,
): Promise<Answer> {
  let waited = 0
  for (let attempts = 1; ; attempts++) {
    const outcome = await once(attempts)
    if (outcome.kind === 'answer' && settled(outcome.status)) return outcome
    const delay = retryDelay(outcome, { attempts, maxRetries: connection.maxRetries, waited }, Math.random())
    if (delay === null) throw errorOf(connection, request, outcome, attempts)
    await connection.wait(delay, connection.signal)
    waited += delay
  }
}
