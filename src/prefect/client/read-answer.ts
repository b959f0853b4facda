import type { z } from 'zod'
import { PrefectAnswerError } from '../errors/prefect-answer-error.ts'
import type { Connection } from './connection.ts'
import { describeIssue } from './describe-issue.ts'
import type { Answer } from './outcome.ts'
import { readJson } from './read-json.ts'
import { nameOf, type PrefectRequest } from './request.ts'

/**
 * What an answer says, in our own types.
 *
 * @throws {PrefectAnswerError} where it is not what the API promises, such as the page of a proxy
 */
export function readAnswer<T>(
  { host }: Connection,
  request: PrefectRequest,
  { status, body, contentType }: Answer,
  schema: z.ZodType<T>,
): T {
  const call = nameOf(request)
  const document = readJson(body)
  if (document === undefined) {
    const reason = `no JSON, but ${body === '' ? 'nothing' : (contentType ?? 'something else')}`
    const advice = 'Something in front of Prefect may have answered; check PREFECT_API_URL (it ends in /api).'
    throw new PrefectAnswerError(host, call, { status, reason, advice, retryable: true })
  }
  const parsed = schema.safeParse(document)
  if (parsed.success) return parsed.data
  const reason = describeIssue(parsed.error)
  const advice = 'Check that PREFECT_API_URL names the API of Prefect 3.'
  throw new PrefectAnswerError(host, call, { status, reason, advice, retryable: false })
}
