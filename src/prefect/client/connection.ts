import { randomUUID } from 'node:crypto'
import type { Agent } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Headers } from 'node-fetch'
import { UnusableApiUrlError } from '../errors/unusable-api-url-error.ts'
import { createAgent } from './agent.ts'
import { secretsOf } from './authorization.ts'
import { createHeaders } from './headers.ts'
import type { PrefectCall, PrefectClientOptions, Wait } from './options.ts'
import type { CsrfToken } from './schemas/csrf-token.ts'

/** What all calls of a client share. */
export interface Connection {
  /** Without a trailing slash. */
  readonly apiUrl: string
  /** As messages name the server. */
  readonly host: string
  readonly headers: Headers
  /** What must not be in any message, wherever it comes from. */
  readonly secrets: readonly string[]
  readonly agent: Agent
  /** In milliseconds. */
  readonly timeout: number
  readonly maxRetries: number
  readonly signal: AbortSignal | undefined
  readonly onCall: ((call: PrefectCall) => void) | undefined
  readonly onUnreadable: PrefectClientOptions['onUnreadable']
  /** What `onUnreadable` was told. */
  readonly unreadable: Set<string>
  readonly wait: Wait
  /** The server asked for tokens when `token` is not null; a promise, so that calls side by side share one. */
  readonly csrf: { readonly client: string; token: Promise<CsrfToken | null> | null }
}

/** @throws {UnusableApiUrlError | UnreadableCertificateError} */
export function connect(options: PrefectClientOptions): Connection {
  const url = readApiUrl(options.apiUrl)
  return {
    apiUrl: url.href.replace(/\/+$/, ''),
    host: url.host,
    headers: createHeaders(options),
    secrets: secretsOf(options.credentials),
    agent: createAgent(url, options),
    timeout: options.timeout ?? 15_000,
    maxRetries: options.maxRetries ?? 5,
    signal: options.signal,
    onCall: options.onCall,
    onUnreadable: options.onUnreadable,
    unreadable: new Set(),
    wait: options.wait ?? ((milliseconds, signal) => setTimeout(milliseconds, undefined, { signal })),
    csrf: { client: randomUUID(), token: null },
  }
}

function readApiUrl(apiUrl: string): URL {
  const url = URL.parse(apiUrl)
  if (url === null || !/^https?:$/.test(url.protocol)) throw new UnusableApiUrlError()
  if (`${url.username}${url.password}${url.search}${url.hash}` !== '') throw new UnusableApiUrlError()
  return url
}
