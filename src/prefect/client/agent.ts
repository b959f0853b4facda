import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { UnreadableCertificateError } from '../errors/unreadable-certificate-error.ts'
import type { PrefectClientOptions } from './options.ts'

/**
 * A Prefect server closes a connection that was idle for 5 s. We do it before, in milliseconds: a write sent at
 * that very moment would be lost without anybody knowing whether it was done.
 */
const idleConnection = 4000

/**
 * Keeps connections of one client open between requests.
 *
 * @throws {UnreadableCertificateError}
 */
export function createAgent(url: URL, options: PrefectClientOptions): HttpAgent {
  const kept = { keepAlive: true, timeout: idleConnection }
  if (url.protocol === 'http:') return new HttpAgent(kept)
  const trust = { rejectUnauthorized: !options.insecureSkipVerify }
  const path = options.certificateFile ?? null
  return new HttpsAgent(path === null ? { ...kept, ...trust } : { ...kept, ...trust, ca: readTrusted(path) })
}

function readTrusted(path: string): string {
  try {
    const certificates = readFileSync(path, 'utf8')
    new X509Certificate(certificates) // throws where there is none; Node itself would trust nobody, and not say why
    return certificates
  } catch (error) {
    throw new UnreadableCertificateError(path, error)
  }
}
