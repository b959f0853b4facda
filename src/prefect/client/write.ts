import { PrefectAmbiguousAnswerError, PrefectUnreachableError } from '../errors/index.ts'
import type { Csrf } from './csrf.ts'
import type { Answer, Call, Transport } from './transport.ts'

/** Answers that prove that nothing was done: the server refused the request itself. */
const refusals: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 411, 413, 415, 422, 429])

/** Sends a call that changes something. @throws PrefectAmbiguousAnswerError when it may have been done */
export type Writer = (call: Call) => Promise<Answer>

/**
 * Writes are sent once. Only a refusal for a missing CSRF token is repeated, with a token: the server has then done
 * nothing. A server error or a lost answer says nothing about what was done.
 */
export function createWriter(transport: Transport, csrf: Csrf): Writer {
  async function sendOnce(call: Call): Promise<Answer> {
    const headers = await csrf.headers()
    try {
      return await transport({ ...call, headers })
    } catch (error) {
      if (!(error instanceof PrefectUnreachableError)) throw error
      throw new PrefectAmbiguousAnswerError(error.message, { cause: error })
    }
  }

  return async (call) => {
    const first = await sendOnce(call)
    const answer = csrf.wantsToken(first) ? await sendOnce(call) : first
    const { status } = answer
    if ((status >= 200 && status < 300) || refusals.has(status)) return answer
    throw new PrefectAmbiguousAnswerError(`${transport.host} answered ${status} on ${call.template}.`)
  }
}
