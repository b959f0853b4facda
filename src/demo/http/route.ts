import type { IncomingHttpHeaders } from 'node:http'
import type { Answer } from './answer.ts'
import { compileTemplate } from './template.ts'

/** A request as the handlers of a stand-in see it. */
export interface StandInRequest {
  method: string
  /** The whole URL, as the sender wrote it. */
  url: URL
  /** The base of the API that the path lies below; null elsewhere. */
  base: string | null
  /** Below that base. */
  path: string
  headers: IncomingHttpHeaders
  /** The body as it came. */
  text: string
  /** The body's JSON; undefined where it is none. */
  body: unknown
}

/** The values of the template's names follow the request, in their order. */
export type Handle = (request: StandInRequest, ...values: string[]) => Answer

export interface Route {
  method: string
  paths: RegExp
  handle: Handle
}

/** A route from a method and a template of its paths. */
export function route(method: string, template: string, handle: Handle): Route {
  return { method, paths: compileTemplate(template), handle }
}

/** What one of the routes answers; null when none fits. */
export function answerBy(routes: readonly Route[], request: StandInRequest): Answer | null {
  for (const { method, paths, handle } of routes) {
    if (method !== request.method) continue
    const match = paths.exec(request.path)
    if (match !== null) return handle(request, ...match.slice(1).map(decode))
  }
  return null
}

/** A part of a path as it was meant; as it came where it is wrongly encoded. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
