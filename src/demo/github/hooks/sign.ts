import { createHmac } from 'node:crypto'

/** The signature of a body, as the header has it. */
export function sign(algorithm: 'sha1' | 'sha256', secret: string, body: string): string {
  return `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`
}
