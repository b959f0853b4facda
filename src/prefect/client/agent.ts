import { readFileSync } from 'node:fs'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { getCACertificates } from 'node:tls'
import type { PrefectClientOptions } from './options.ts'

/** Connections that stay open between calls. Certificates given are trusted beside those that Node trusts. */
export function createAgent({
  apiUrl,
  certificateFile,
  insecureSkipVerify,
}: PrefectClientOptions): HttpAgent {
  if (!apiUrl.startsWith('https:')) return new HttpAgent({ keepAlive: true })
  return new HttpsAgent({
    keepAlive: true,
    rejectUnauthorized: !insecureSkipVerify,
    ...(certificateFile !== null && {
      ca: [...getCACertificates(), readFileSync(certificateFile, 'utf8')],
    }),
  })
}
