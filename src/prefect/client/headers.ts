import { Headers } from 'node-fetch'
import { authorizationOf } from './authorization.ts'
import type { PrefectClientOptions } from './options.ts'
import { userAgent } from './user-agent.ts'

/** Ours alone: those that say who asks, as in Prefect's client, and those that describe the body. */
const ours = [
  'user-agent',
  'prefect-csrf-token',
  'prefect-csrf-client',
  'accept',
  'content-type',
  'content-length',
  'transfer-encoding',
  'connection',
]

/** The headers of every request. The operator's own cannot change what we say about ourselves. */
export function createHeaders({ credentials, headers: custom = {} }: PrefectClientOptions): Headers {
  const headers = new Headers(custom)
  for (const name of ours) headers.delete(name)
  headers.set('accept', 'application/json')
  headers.set('user-agent', userAgent())
  const authorization = authorizationOf(credentials)
  if (authorization !== null) headers.set('authorization', authorization)
  return headers
}
