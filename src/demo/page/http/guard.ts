import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request names the site by an address of this machine. A page of another site can give this machine a name
 * of its own, and would be taken for ours.
 *
 * @param own the address and port that the site listens on
 */
export function isOwnHost({ host }: IncomingHttpHeaders, own: string): boolean {
  return host === own || host === own.replace('127.0.0.1', 'localhost')
}

/** Whether a form was sent from a page of ours, as the browser says. */
export function isOwnOrigin({ host, origin }: IncomingHttpHeaders): boolean {
  return origin === `http://${host}`
}

/** Whether a form holds the token that our pages hold. */
export function hasToken(form: URLSearchParams, token: string): boolean {
  const given = Buffer.from(form.get('token') ?? '')
  const wanted = Buffer.from(token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
