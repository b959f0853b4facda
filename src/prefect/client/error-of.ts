import { PrefectAnswerError } from '../errors/prefect-answer-error.ts'
import type { PrefectError } from '../errors/prefect-error.ts'
import { PrefectForbiddenError } from '../errors/prefect-forbidden-error.ts'
import { PrefectRateLimitError } from '../errors/prefect-rate-limit-error.ts'
import { PrefectUnauthorizedError } from '../errors/prefect-unauthorized-error.ts'
import { PrefectUnreachableError } from '../errors/prefect-unreachable-error.ts'
import type { Connection } from './connection.ts'
import { isNothing } from './is-nothing.ts'
import type { Answer, Outcome } from './outcome.ts'
import { reasonOf } from './reason-of.ts'
import { nameOf, type PrefectRequest } from './request.ts'

/** The error for an outcome that gives the caller nothing; when we are leaving, the signal's own reason. */
export function errorOf(
  connection: Connection,
  request: PrefectRequest,
  outcome: Outcome,
  attempts: number,
): unknown {
  const { host } = connection
  const call = nameOf(request)
  if (outcome.kind === 'left') return outcome.reason
  if (outcome.kind === 'unreachable') return new PrefectUnreachableError(host, call, attempts, outcome)
  if (outcome.kind === 'answer') return errorOfAnswer(connection, call, outcome)
  const reason = 'more than 8 MB, which is more than we read'
  const { status } = outcome
  return new PrefectAnswerError(host, call, { status, reason, retryable: false, tooLarge: true })
}

function errorOfAnswer(connection: Connection, call: string, answer: Answer): PrefectError {
  const { host } = connection
  const { status } = answer
  if (status === 401) return new PrefectUnauthorizedError(host)
  if (status === 403) return new PrefectForbiddenError(host, call, reasonOf(connection, answer))
  if (status === 429) return new PrefectRateLimitError(host, call, answer.retryAfter)
  if (status === 404 && !isNothing(answer)) {
    const reason = "not in Prefect's own words"
    const advice =
      'Something in front of Prefect may have answered: try again later, and check PREFECT_API_URL (it ends in /api).'
    return new PrefectAnswerError(host, call, { status, reason, advice, retryable: true })
  }
  const isRedirect = status >= 300 && status < 400
  const said = reasonOf(connection, answer) ?? 'nothing that says why'
  return new PrefectAnswerError(host, call, {
    status,
    reason: isRedirect ? 'a redirect, which we do not follow' : said,
    advice: adviceFor(status),
    retryable: status === 408 || status >= 500,
  })
}

function adviceFor(status: number): string {
  if (status < 400 || status === 404) {
    return 'Correct PREFECT_API_URL: it is the address where the API itself answers, and ends in /api or in a workspace.'
  }
  if (status === 408 || status > 500) return 'It is worth another try later.'
  return status === 500 ? "Look into Prefect's log." : 'This may be a version of Prefect that we do not know.'
}
