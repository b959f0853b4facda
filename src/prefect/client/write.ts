import { z } from 'zod'
import { type Doubt, PrefectAmbiguousAnswerError } from '../errors/prefect-ambiguous-answer-error.ts'
import type { Connection } from './connection.ts'
import { exchangeWithToken } from './csrf.ts'
import { errorOf } from './error-of.ts'
import { isAnswered } from './is-nothing.ts'
import type { Answer, Outcome } from './outcome.ts'
import { readJson } from './read-json.ts'
import { reasonOf } from './reason-of.ts'
import { nameOf, type PrefectRequest } from './request.ts'

const unclear: ReadonlySet<number> = new Set([404, 408])

/**
 * Sends a write, once: only what Prefect refused for want of a token, and so did not do, is sent again.
 *
 * Gives the answer where it is 2xx or Prefect's own 404.
 *
 * @throws {PrefectAmbiguousAnswerError} where it may have been done
 * @throws {PrefectError} where it was certainly not
 */
export async function write(connection: Connection, request: PrefectRequest): Promise<Answer> {
  const outcome = await exchangeWithToken(connection, request, 1)
  if (outcome.kind === 'answer' && isAnswered(outcome)) return outcome
  throw isRefusal(outcome)
    ? errorOf(connection, request, outcome, 1)
    : ambiguous(connection, request, outcome)
}

/**
 * Whether an outcome proves that nothing was written. A 408 comes from a proxy that lost patience, perhaps with
 * Prefect, and a 404 that is not Prefect's from one of which nobody knows what it did before.
 */
function isRefusal(outcome: Outcome): boolean {
  if (outcome.kind === 'too-large') return false
  if (outcome.kind !== 'answer') return !outcome.sent
  return outcome.status >= 300 && outcome.status < 500 && !unclear.has(outcome.status)
}

function ambiguous(
  connection: Connection,
  request: PrefectRequest,
  outcome: Outcome,
): PrefectAmbiguousAnswerError {
  const mayStillHappen = !(outcome.kind === 'answer' && isNotNow(outcome))
  const doubt = { ...doubtOf(connection, outcome), mayStillHappen }
  return new PrefectAmbiguousAnswerError(connection.host, nameOf(request), doubt)
}

function doubtOf(connection: Connection, outcome: Outcome): Omit<Doubt, 'mayStillHappen'> {
  if (outcome.kind === 'left') {
    return { status: null, reason: 'we left before the answer came', cause: outcome.reason }
  }
  if (outcome.kind === 'unreachable') return { status: null, reason: outcome.because, cause: outcome.cause }
  const { status } = outcome
  const said = outcome.kind === 'answer' ? reasonOf(connection, outcome) : 'more than 8 MB'
  return { status, reason: said === null ? `the answer was ${status}` : `the answer was ${status}, ${said}` }
}

const notNowSchema = z.object({ exception_message: z.literal('Service Unavailable') })

/** Whether Prefect itself says that it could not do it now: its database was locked, and nothing was written. */
function isNotNow({ status, body }: Answer): boolean {
  return status === 503 && notNowSchema.safeParse(readJson(body)).success
}
