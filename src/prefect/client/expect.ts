import type { z } from 'zod'
import { PrefectAnswerError, PrefectForbiddenError, PrefectUnauthorizedError } from '../errors/index.ts'
import type { Answer, Call } from './transport.ts'

/**
 * The body of an answer with a good status.
 *
 * @throws PrefectUnauthorizedError, PrefectForbiddenError, PrefectAnswerError
 */
export function expectBody<T>(host: string, call: Call, answer: Answer, schema: z.ZodType<T>): T {
  refuseFailure(host, call, answer)
  const parsed = schema.safeParse(parse(answer.text))
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(({ path }) => path.join('.') || 'the whole body').join(', ')
  throw new PrefectAnswerError(host, call.template, answer.status, `unreadable (${wrong}); is there a proxy?`)
}

/** Throws for every status that is no success. The body is not quoted: Prefect's 422 repeats the request. */
export function refuseFailure(host: string, { template }: Call, { status }: Answer): void {
  if (status >= 200 && status < 300) return
  if (status === 401) throw new PrefectUnauthorizedError(host)
  if (status === 403) throw new PrefectForbiddenError(host)
  const problem =
    status >= 300 && status < 400
      ? 'a redirect, which is not followed; set PREFECT_API_URL to where it leads'
      : 'nothing that its API promises'
  throw new PrefectAnswerError(host, template, status, problem)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
