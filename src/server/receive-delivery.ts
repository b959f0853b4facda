import type { IncomingMessage } from 'node:http'
import { Webhooks } from '@octokit/webhooks'
import { type ReceivedRequest, readDelivery } from '../github/index.ts'
import type { Inbox } from '../inbox/index.ts'
import { createAllowance } from './allowance.ts'
import { type Answer, later } from './answer.ts'
import { type ReadBody, readBody } from './read-body.ts'

/** GitHub sends nothing larger. */
const sizeLimit = 25 * 1024 * 1024

/** In bytes: all bodies together that are held while nobody knows yet who sent them. */
const unverifiedLimit = 128 * 1024 * 1024

export type Received =
  /** Stored durably: the sender may forget it. */
  { stored: true; delivery: ReceivedRequest } | { stored: false; answer: Answer; bodyRead: boolean }

export interface ReceiveServices {
  webhookSecret: string
  inbox: Pick<Inbox, 'record'>
}

/** Reads, checks and stores one delivery. Nothing of a request that is refused is kept or logged. */
export function createReceive(services: ReceiveServices): (request: IncomingMessage) => Promise<Received> {
  const webhooks = new Webhooks({ secret: services.webhookSecret })
  const openShare = createAllowance(unverifiedLimit)

  /** The body, once it is known that GitHub sent it. */
  async function readVerified(request: IncomingMessage, signature: string): Promise<Received | string> {
    const share = openShare()
    try {
      const read = await readBody(request, sizeLimit, share.take)
      if (!read.read) return refuseUnread(read.because)
      if (await webhooks.verify(read.body, signature)) return read.body
    } finally {
      share.release()
    }
    const text = 'The signature does not fit: the webhook secrets of GitHub and WEBHOOK_SECRET differ.'
    return refuse(401, text, true)
  }

  return async (request) => {
    const signature = header(request, 'x-hub-signature-256')
    if (signature === undefined) return refuse(401, 'The header X-Hub-Signature-256 is missing.')
    const body = await readVerified(request, signature)
    if (typeof body !== 'string') return body
    const guid = header(request, 'x-github-delivery')
    const event = header(request, 'x-github-event')
    if (guid === undefined || event === undefined) {
      return refuse(400, 'The headers X-GitHub-Delivery and X-GitHub-Event are needed.', true)
    }
    const payload = parse(body)
    if (payload === undefined) {
      return refuse(400, 'The body is no JSON: set the webhook’s content type to application/json.', true)
    }

    const delivery = {
      guid,
      event,
      request: { method: 'POST', headers: headersOf(request), body },
      payload,
    }
    await services.inbox.record(readDelivery(delivery))
    return { stored: true, delivery }
  }
}

function refuseUnread(because: Extract<ReadBody, { read: false }>['because']): Received {
  if (because === 'too-large') return refuse(413, `The body is larger than ${sizeLimit} bytes.`)
  if (because === 'crowded') {
    return { stored: false, bodyRead: false, answer: later('Too much is being received at once.') }
  }
  return refuse(400, 'The sender went before the body was there.', true)
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
