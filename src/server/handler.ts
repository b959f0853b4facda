import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import type { ReceivedRequest } from '../github/index.ts'
import { type Answer, send, sendAndClose } from './answer.ts'
import type { Handler } from './http-server.ts'
import type { Received } from './receive-delivery.ts'

const webhookPath = '/api/github/webhooks'

export interface HandlerServices {
  receive(request: IncomingMessage): Promise<Received>
  /** What happens to a stored delivery after the answer. */
  take(delivery: ReceivedRequest): void
  /** Why the server is not ready for deliveries; null when it is. */
  notReady(): string | null
  log: Logger
}

const pages: Record<string, (services: HandlerServices) => Answer> = {
  '/ping': () => ({ status: 200, text: 'PONG' }),
  '/healthz': () => ({ status: 200, text: 'alive' }),
  '/readyz': ({ notReady }) => {
    const reason = notReady()
    return reason === null ? { status: 200, text: 'ready' } : { status: 503, text: reason }
  },
}

/** Answers every request: the webhook's path, a few pages for machines, nothing else. */
export function createHandler(services: HandlerServices): Handler {
  return async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    const page = pages[path]
    if (page !== undefined && request.method === 'GET') return send(response, page(services))
    if (path !== webhookPath || request.method !== 'POST') {
      return sendAndClose(request, response, { status: 404, text: 'There is nothing here.' })
    }
    const reason = services.notReady()
    if (reason !== null) return sendAndClose(request, response, { status: 503, text: reason })

    const received = await receive(request, services)
    if (received.stored) {
      send(response, { status: 200, text: 'stored' })
      services.take(received.delivery)
    } else if (received.bodyRead) {
      send(response, received.answer)
    } else {
      sendAndClose(request, response, received.answer)
    }
  }
}

/** A delivery that cannot be stored is refused, so that GitHub keeps it as failed. */
async function receive(request: IncomingMessage, services: HandlerServices): Promise<Received> {
  try {
    return await services.receive(request)
  } catch (error) {
    services.log.error({ err: error }, 'delivery could not be stored')
    return {
      stored: false,
      answer: { status: 503, text: 'It could not be stored; redeliver later.' },
      bodyRead: true,
    }
  }
}
