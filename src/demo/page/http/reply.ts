import type { ServerResponse } from 'node:http'
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { securityHeaders } from './security.ts'

export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
}

export function page(tree: Root, status = 200): Reply {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: toHtml(tree) }
}

/** Lets the browser get another page after a form. */
export function seeOther(location: string): Reply {
  return { status: 303, headers: { Location: location }, body: '' }
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const length = { 'Content-Length': String(Buffer.byteLength(body)) }
  response.writeHead(status, { ...securityHeaders, ...headers, ...length }).end(body)
}
