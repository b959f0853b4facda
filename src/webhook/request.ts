import { globals } from './globals/index.ts'
import { readJson } from './json/read.ts'
import { type Scope, scopeWithin } from './runtime/scope.ts'

import { Headers } from './values/headers.ts'
import type { Value } from './values/value.ts'

/** A request as a webhook receives it. */
export interface WebhookRequest {
  readonly method: string
  /** Names in the sender's spelling; two that differ in case only are one, and the last counts. */
  readonly headers: Readonly<Record<string, string>>
  /** The text of the body, as it was sent. */
  readonly body: string
}

/** What a template sees of a request, with what every template has: Prefect's rules of what becomes of the body. */
export function requestScope(request: WebhookRequest): Scope {
  const scope = scopeWithin(null)
  for (const [name, value] of globals) scope[name] = value
  const outer = scopeWithin(scope)
  outer['method'] = request.method.toUpperCase()
  outer['headers'] = new Headers(withoutHeaders(request.headers, ['authorization']))
  outer['body'] = readBody(request)
  return outer
}

/** The headers but those of these names, given in lower case. */
export function withoutHeaders(
  headers: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())))
}

/** Reads a body by its content type: form fields, or JSON when it is that, else the text itself. */
export function readBody({ headers, body }: WebhookRequest): Value {
  if (isForm(headers)) return new Map(formFields(body))
  try {
    return readJson(body)
  } catch {
    return body
  }
}

/** The fields of a form; of several by one name, the last. */
export function formFields(body: string): [string, string][] {
  return [...new URLSearchParams(body)]
}

/** Whether the body of a request is a form. */
export function isForm(headers: Readonly<Record<string, string>>): boolean {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return type.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded'
}
