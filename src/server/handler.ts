import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { ReceivedRequest } from '../github/index.ts'
import { type Answer, later, send, sendAndClose } from './answer.ts'
import type { Received } from './receive-delivery.ts'

const webhookPath = '/api/github/webhooks'

/** What lies behind the door for deliveries. */
export interface Deliveries {
  receive(request: IncomingMessage): Promise<Received>
  /** What happens to a stored delivery after the answer. */
  take(delivery: ReceivedRequest): void
  /** Why none can be taken just now; null when all is well. */
  trouble(): string | null
}

/** Answers every request; for deliveries there is a door, which is closed at first. */
export interface RequestHandler {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  open(deliveries: Deliveries): void
  /** @param reason is told to whoever asks or delivers */
  close(reason: string): void
}

/** Either open, or closed for a reason. */
type Door = Deliveries | { closed: string }

const pages: Record<string, (door: Door) => Answer> = {
  '/ping': () => ({ status: 200, text: 'PONG' }),
  '/healthz': () => ({ status: 200, text: 'alive' }),
  '/readyz': (door) => {
    const now = doorNow(door)
    return 'closed' in now ? { status: 503, text: now.closed } : { status: 200, text: 'ready' }
  },
}

/** The door as it is met just now: an open one is closed while there is trouble behind it. */
function doorNow(door: Door): Door {
  const reason = 'closed' in door ? door.closed : door.trouble()
  return reason === null ? door : { closed: reason }
}

export function createHandler(log: Logger): RequestHandler {
  let door: Door = { closed: 'starting' }

  return {
    async handle(request, response) {
      const [path = ''] = (request.url ?? '').split('?')
      const page = pages[path]
      if (page !== undefined && request.method === 'GET') return send(response, page(door))
      if (path !== webhookPath || request.method !== 'POST') {
        return sendAndClose(request, response, { status: 404, text: 'There is nothing here.' })
      }
      const now = doorNow(door)
      if ('closed' in now) return sendAndClose(request, response, later(now.closed))
      await deliver(request, response, now, log)
    },
    open(deliveries) {
      door = deliveries
    },
    close(reason) {
      door = { closed: reason }
    },
  }
}

async function deliver(
  request: IncomingMessage,
  response: ServerResponse,
  { receive, take }: Deliveries,
  log: Logger,
): Promise<void> {
  const received = await receive(request).catch((error: unknown): Received => {
    log.error({ err: error }, 'delivery could not be stored')
    // GitHub keeps it as failed, so that it can be asked for again.
    return { stored: false, bodyRead: true, answer: later('It could not be stored.') }
  })
  if (received.stored) {
    send(response, { status: 200, text: 'stored' })
    take(received.delivery)
  } else if (received.bodyRead) {
    send(response, received.answer)
  } else {
    sendAndClose(request, response, received.answer)
  }
}
