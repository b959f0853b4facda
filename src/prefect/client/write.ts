import { PrefectAmbiguousAnswerError } from '../errors/prefect-ambiguous-answer-error.ts'
import type { Connection } from './connection.ts'
import { exchangeWithToken } from './csrf.ts'
import { errorOf } from './error-of.ts'
import type { Answer, Outcome } from './outcome.ts'
import { reasonOf } from './reason-of.ts'
import { nameOf, type PrefectRequest } from './request.ts'

/**
 * Sends a write, once: only what Prefect refused for want of a token, and so did not do, is sent again.
 *
 * Gives the answer where it is 2xx or 404.
 *
 * @throws {PrefectAmbiguousAnswerError} where it may have been done
 * @throws {PrefectError} where it was certainly not
 */
export async function write(connection: Connection, request: PrefectRequest): Promise<Answer> {
  const outcome = await exchangeWithToken(connection, request, 1)
  if (outcome.kind === 'answer' && (isSuccess(outcome) || outcome.status === 404)) return outcome
  throw isRefusal(outcome)
    ? errorOf(connection, request, outcome, 1)
    : ambiguous(connection, request, outcome)
}

/** Whether an outcome proves that nothing was written. A 408 comes from a proxy that lost patience, perhaps with Prefect. */
function isRefusal(outcome: Outcome): boolean {
  if (outcome.kind === 'too-large') return false
  if (outcome.kind !== 'answer') return !outcome.sent
  return outcome.status >= 300 && outcome.status < 500 && outcome.status !== 408
}

function ambiguous(
  connection: Connection,
  request: PrefectRequest,
  outcome: Outcome,
): PrefectAmbiguousAnswerError {
  const { host } = connection
  const call = nameOf(request)
  if (outcome.kind === 'left') {
    return new PrefectAmbiguousAnswerError(host, call, null, 'we left before the answer came', outcome.reason)
  }
  if (outcome.kind === 'unreachable') {
    return new PrefectAmbiguousAnswerError(host, call, null, outcome.because, outcome.cause)
  }
  const { status } = outcome
  const reason = outcome.kind === 'answer' ? reasonOf(connection, outcome) : 'more than 8 MB'
  const said = reason === null ? `the answer was ${status}` : `the answer was ${status}, ${reason}`
  return new PrefectAmbiguousAnswerError(host, call, status, said)
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300
}
