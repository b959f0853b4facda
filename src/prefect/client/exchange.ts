import fetch, { Headers, type Response } from 'node-fetch'
import type { Connection } from './connection.ts'
import { failureOf } from './failure.ts'
import type { Answer, Outcome } from './outcome.ts'
import type { PrefectRequest } from './request.ts'
import { readRetryAfter } from './retry-after.ts'

/** In bytes, unpacked. A page of 200 flow runs with ordinary parameters is well below one. */
export const largestAnswer = 8 * 1024 * 1024

/** Sends a request once, and gives what came of it. Never throws; redirects are answers like others. */
export async function exchange(
  connection: Connection,
  request: PrefectRequest,
  attempt: number,
  extraHeaders: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const { method, template: path } = request
  const start = performance.now()
  const outcome = await send(connection, request, extraHeaders)
  connection.onCall?.({
    method,
    path,
    attempt,
    duration: performance.now() - start,
    status: outcome.kind === 'answer' ? outcome.status : null,
    error: outcome.kind === 'answer' ? null : outcome.code,
  })
  return outcome
}

async function send(
  { apiUrl, agent, headers: common, timeout: milliseconds, signal: leaving }: Connection,
  { method, path, body }: PrefectRequest,
  extraHeaders: Readonly<Record<string, string>>,
): Promise<Outcome> {
  if (leaving?.aborted) return { kind: 'left', code: 'LEFT', reason: leaving.reason, sent: false }
  const headers = new Headers(common)
  for (const [name, value] of Object.entries(extraHeaders)) headers.set(name, value)
  if (body !== undefined) headers.set('content-type', 'application/json')
  const timeout = AbortSignal.timeout(milliseconds)
  let response: Response | undefined
  try {
    response = await fetch(`${apiUrl}${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      agent,
      redirect: 'manual',
      size: largestAnswer,
      signal: leaving === undefined ? timeout : AbortSignal.any([timeout, leaving]),
    })
    return answerOf(response, await response.text())
  } catch (error) {
    return failureOf(error, { leaving, timeout, milliseconds, status: response?.status ?? null })
  }
}

function answerOf({ status, headers }: Response, body: string): Answer {
  const contentType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  return {
    kind: 'answer',
    status,
    body,
    contentType: contentType || null,
    retryAfter: readRetryAfter(headers.get('retry-after'), Date.now()),
  }
}
