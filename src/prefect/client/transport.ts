import fetch, { FetchError, type Response } from 'node-fetch'
import { PrefectUnreachableError } from '../errors/index.ts'
import { createAgent } from './agent.ts'
import { authorization } from './authorization.ts'
import type { PrefectClientOptions } from './options.ts'
import { userAgent } from './user-agent.ts'

/** No answer of ours is longer; in bytes. */
const sizeLimit = 8 * 1024 * 1024

/** One call to the API. */
export interface Call {
  method: 'GET' | 'POST'
  /** After the API's URL, with ids and query. */
  path: string
  /** The same with placeholders for ids: for logs and errors. */
  template: string
  body?: unknown
  headers?: Readonly<Record<string, string>>
}

/** What came back. */
export interface Answer {
  status: number
  text: string
  /** The header `Retry-After`; null without one. */
  retryAfter: string | null
}

export type Transport = ((call: Call) => Promise<Answer>) & { readonly host: string }

/**
 * Sends one call, once. Redirects are not followed: they would take the credentials elsewhere.
 *
 * @throws PrefectUnreachableError when no whole answer came
 */
export function createTransport(options: PrefectClientOptions): Transport {
  const { timeout, signal, onCall } = options
  const base = options.apiUrl.replace(/\/+$/, '')
  const { host } = new URL(base)
  const agent = createAgent(options)
  const always = { ...options.headers, 'User-Agent': userAgent(), ...authorization(options.credentials) }

  async function send({ method, path, body, headers }: Call): Promise<Answer> {
    const deadline = AbortSignal.timeout(timeout)
    try {
      const response: Response = await fetch(`${base}${path}`, {
        method,
        agent,
        redirect: 'manual',
        size: sizeLimit,
        signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]),
        headers: { ...always, ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return {
        status: response.status,
        text: await response.text(),
        retryAfter: response.headers.get('retry-after'),
      }
    } catch (error) {
      const reason = deadline.aborted ? `no answer within ${timeout} ms` : reasonOf(error)
      throw new PrefectUnreachableError(host, reason, { cause: error })
    }
  }

  async function observed(call: Call): Promise<Answer> {
    const started = performance.now()
    let status: number | null = null
    try {
      const answer = await send(call)
      status = answer.status
      return answer
    } finally {
      onCall?.({ method: call.method, path: call.template, status, duration: performance.now() - started })
    }
  }

  return Object.assign(observed, { host })
}

/** The system's own word where there is one; messages of the library name the whole URL. */
function reasonOf(error: unknown): string {
  if (error instanceof FetchError) return error.code ?? error.type
  return error instanceof Error ? error.name : 'unknown'
}
