import type { App } from '../world/app.ts'
import { sign } from './sign.ts'

/** Of the App's webhook, which has one. */
const hookId = 419_000_001

/** The headers of a delivery, in the case that GitHub writes them. */
export function deliveryHeaders(
  app: App,
  { guid, event }: { guid: string; event: string },
  body: string,
  secret: string,
): Record<string, string> {
  return {
    Accept: '*/*',
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': 'GitHub-Hookshot/f00dcafe',
    'X-GitHub-Delivery': guid,
    'X-GitHub-Event': event,
    'X-GitHub-Hook-ID': String(hookId),
    'X-GitHub-Hook-Installation-Target-ID': String(app.id),
    'X-GitHub-Hook-Installation-Target-Type': 'integration',
    'X-Hub-Signature': sign('sha1', secret, body),
    'X-Hub-Signature-256': sign('sha256', secret, body),
  }
}
