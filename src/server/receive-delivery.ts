import type { IncomingMessage } from 'node:http'
import { Webhooks } from '@octokit/webhooks'
import { type ReceivedRequest, readDelivery } from '../github/index.ts'
import type { Inbox } from '../inbox/index.ts'
import type { Answer } from './answer.ts'
import { readBody } from './read-body.ts'

/** GitHub sends nothing larger. */
const sizeLimit = 25 * 1024 * 1024

export type Received =
  /** Stored durably: the sender may forget it. */
  { stored: true; delivery: ReceivedRequest } | { stored: false; answer: Answer; bodyRead: boolean }

export interface ReceiveServices {
  webhookSecret: string
  inbox: Inbox
}

/** Reads, checks and stores one delivery. Nothing of a request that is refused is kept or logged. */
export function createReceive(services: ReceiveServices): (request: IncomingMessage) => Promise<Received> {
  const webhooks = new Webhooks({ secret: services.webhookSecret })

  return async (request) => {
    const signature = header(request, 'x-hub-signature-256')
    if (signature === undefined) return refuse(401, 'The header X-Hub-Signature-256 is missing.')
    const read = await readBody(request, sizeLimit)
    if (!read.read) return refuse(413, `The body is larger than ${sizeLimit} bytes.`)
    if (!(await webhooks.verify(read.body, signature))) {
      return refuse(
        401,
        'The signature does not fit: the webhook secrets of GitHub and WEBHOOK_SECRET differ.',
        true,
      )
    }
    const guid = header(request, 'x-github-delivery')
    const event = header(request, 'x-github-event')
    if (guid === undefined || event === undefined) {
      return refuse(400, 'The headers X-GitHub-Delivery and X-GitHub-Event are needed.', true)
    }
    const payload = parse(read.body)
    if (payload === undefined) {
      return refuse(400, 'The body is no JSON: set the webhook’s content type to application/json.', true)
    }

    const delivery = {
      guid,
      event,
      request: { method: 'POST', headers: headersOf(request), body: read.body },
      payload,
    }
    await services.inbox.record(readDelivery(delivery))
    return { stored: true, delivery }
  }
}

function refuse(status: number, text: string, bodyRead = false): Received {
  return { stored: false, answer: { status, text }, bodyRead }
}

function header({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** The headers in the sender's spelling; of repeated ones the last counts. */
function headersOf({ rawHeaders }: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers[rawHeaders[index] ?? ''] = rawHeaders[index + 1] ?? ''
  }
  return headers
}
