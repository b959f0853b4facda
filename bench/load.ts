import { createHmac, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

export const webhookSecret = 'a-secret-for-the-benchmark-only'

/** A delivery as GitHub sends it, signed. */
export interface SignedDelivery {
  body: string
  headers: Record<string, string>
}

export function sign(payload: unknown): SignedDelivery {
  const body = JSON.stringify(payload)
  return {
    body,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'GitHub-Hookshot/bench',
      'X-GitHub-Event': 'pull_request',
      'X-GitHub-Delivery': randomUUID(),
      'X-Hub-Signature-256': `sha256=${createHmac('sha256', webhookSecret).update(body).digest('hex')}`,
    },
  }
}

/** The same payload in a new delivery. */
export function again({ body, headers }: SignedDelivery): SignedDelivery {
  return { body, headers: { ...headers, 'X-GitHub-Delivery': randomUUID() } }
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Posts a delivery; gives the answer's status. */
export function post(url: string, { body, headers }: SignedDelivery): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/github/webhooks`,
      { method: 'POST', agent, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
      (response) => {
        response.resume()
        response.once('end', () => resolve(response.statusCode ?? 0))
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}

/** Keeps `connections` deliveries under way for a while; gives the answers a second. */
export async function answersPerSecond(
  url: string,
  deliver: () => SignedDelivery,
  { connections, duration }: { connections: number; duration: number },
): Promise<number> {
  const started = performance.now()
  let answers = 0
  const sender = async (): Promise<void> => {
    while (performance.now() - started < duration) {
      const status = await post(url, deliver())
      if (status !== 200) throw new Error(`A delivery was answered ${status}.`)
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, sender))
  return (answers / (performance.now() - started)) * 1000
}
