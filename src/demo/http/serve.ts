import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Answer } from './answer.ts'
import { CallLog, describeCall } from './call.ts'
import { createFaults, type Fault, type Faults } from './faults.ts'
import { listen } from './listen.ts'
import type { StandInRequest } from './route.ts'
import { send } from './send.ts'
import { toRequest } from './to-request.ts'
import { createWatch, type Until } from './watch.ts'

export interface Service {
  /** Where the API lies below the origin, such as `/api`; the first that fits is taken off the path. */
  bases: readonly string[]
  answer(request: StandInRequest): Answer
  /** For requests that are not below any base. */
  answerElsewhere(request: StandInRequest): Answer
  /** Every n-th request gets this answer, and has no effect. */
  flaky?: { every: number; answer: Answer }
  /** What the service holds, for the message of a wait that was in vain. */
  describe(): string
}

export interface Serving {
  /** `http://127.0.0.1:port` */
  origin: string
  calls: CallLog
  faults: Faults
  until: Until
  /** To be called when what the service holds has changed by itself. */
  changed(): void
  /** Ends every connection at once. */
  close(): Promise<void>
}

/** Serves on a free port of the loopback interface, keeps what was asked, and lets go wrong what shall. */
export async function serve(service: Service): Promise<Serving> {
  const calls = new CallLog()
  const faults = createFaults()
  const watch = createWatch(() => [...calls.map(describeCall), service.describe()].join('\n'))

  function decide(request: StandInRequest): Fault['answer'] {
    const { method, path } = request
    const before = faults.take('before-acting', method, path)
    if (before !== null) return before
    if (service.flaky !== undefined && (calls.length + 1) % service.flaky.every === 0)
      return service.flaky.answer
    const answer = request.base === null ? service.answerElsewhere(request) : service.answer(request)
    return faults.take('after-acting', method, path) ?? answer
  }

  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = toRequest(incoming, await text(incoming), service.bases)
    const at = Date.now()
    const answer = decide(request)
    const { method, path, headers, url } = request
    const body = request.body ?? (request.text === '' ? undefined : request.text)
    const status = send(response, answer)
    calls.push({ method, path, query: url.search.slice(1), headers, body, status, at })
    watch.changed()
  }

  const server = createServer((incoming, response) => {
    respond(incoming, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500).end(String(error))
    })
  })
  const { origin, close } = await listen(server)
  return {
    origin,
    calls,
    faults,
    until: watch.until,
    changed: watch.changed,
    async close() {
      await close()
      watch.end()
    },
  }
}
