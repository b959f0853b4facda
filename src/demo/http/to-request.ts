import type { IncomingMessage } from 'node:http'
import { readJson } from './read-json.ts'
import type { StandInRequest } from './route.ts'

/** A request as the handlers see it. @param bases the first that its path begins with is taken off */
export function toRequest(incoming: IncomingMessage, body: string, bases: readonly string[]): StandInRequest {
  const { method = 'GET', headers, url: target = '/' } = incoming
  const url = new URL(target, `http://${headers.host ?? 'localhost'}`)
  const base = bases.find((candidate) => url.pathname.startsWith(`${candidate}/`)) ?? null
  return {
    method,
    url,
    base,
    path: url.pathname.slice(base?.length ?? 0),
    headers,
    text: body,
    body: readJson(body),
  }
}
