import { PrefectAnswerError } from '../errors/prefect-answer-error.ts'
import type { Connection } from './connection.ts'
import { exchange } from './exchange.ts'
import { isNothing } from './is-nothing.ts'
import type { Outcome } from './outcome.ts'
import { readAnswer } from './read-answer.ts'
import { reasonOf } from './reason-of.ts'
import type { PrefectRequest } from './request.ts'
import { type CsrfToken, csrfTokenSchema } from './schemas/csrf-token.ts'
import { withRetries } from './with-retries.ts'

type Held = Connection['csrf']['token']

/**
 * Sends a POST with the token that some servers want.
 *
 * Asked for only when a server demands it, so that the others, Prefect Cloud among them, are asked nothing more.
 * Such a refusal comes before anything is done, so that the request can be sent once more, even a write.
 *
 * @throws {PrefectError} when the token cannot be fetched; the request was then not done
 */
export async function exchangeWithToken(
  connection: Connection,
  request: PrefectRequest,
  attempt: number,
): Promise<Outcome> {
  const held = connection.csrf.token
  const known = await held
  const expired = known !== null && known.expiration <= Date.now()
  const token = expired ? await renew(connection, held) : known
  const used = connection.csrf.token
  const outcome = await exchange(connection, request, attempt, headersOf(token))
  if (!isDemand(connection, outcome)) return outcome
  const renewed = await renew(connection, used)
  return renewed === null ? outcome : exchange(connection, request, attempt, headersOf(renewed))
}

/** A token in place of the one that was no good, unless another call has asked for one meanwhile. */
function renew(connection: Connection, held: Held): Promise<CsrfToken | null> {
  const { csrf } = connection
  if (csrf.token !== null && csrf.token !== held) return csrf.token
  const fetching = fetchToken(connection).catch((error: unknown) => {
    csrf.token = null
    throw error
  })
  csrf.token = fetching
  return fetching
}

/** Null where the server has none to give. */
async function fetchToken(connection: Connection): Promise<CsrfToken | null> {
  const request: PrefectRequest = {
    method: 'GET',
    path: `/csrf-token?client=${connection.csrf.client}`,
    template: '/csrf-token',
  }
  try {
    const answer = await withRetries(connection, request, (attempt) => exchange(connection, request, attempt))
    return isNothing(answer) ? null : readAnswer(connection, request, answer, csrfTokenSchema)
  } catch (error) {
    if (error instanceof PrefectAnswerError && error.status === 422) return null
    throw error
  }
}

function headersOf(token: CsrfToken | null): Record<string, string> {
  return token === null ? {} : { 'prefect-csrf-token': token.token, 'prefect-csrf-client': token.client }
}

function isDemand(connection: Connection, outcome: Outcome): boolean {
  if (outcome.kind !== 'answer' || outcome.status !== 403) return false
  return /CSRF token/i.test(reasonOf(connection, outcome) ?? '')
}
