import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Answer, encode } from './answer.ts'
import { CallLog, describeCall } from './call.ts'
import { createFaults, type Fault, type Faults } from './faults.ts'
import { listen } from './listen.ts'
import { readJson } from './read-json.ts'
import type { StandInRequest } from './route.ts'
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

const proxyPage: Answer = {
  status: 502,
  text: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
  headers: { 'content-type': 'text/html' },
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
    const decided = decide(request)
    const answer = decided === 'html' ? proxyPage : decided
    const { method, path, headers, url } = request
    const body = request.body ?? (request.text === '' ? undefined : request.text)
    const status = typeof answer === 'string' ? null : answer.status
    calls.push({ method, path, query: url.search.slice(1), headers, body, status, at })
    send(response, answer)
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

function toRequest(incoming: IncomingMessage, body: string, bases: readonly string[]): StandInRequest {
  const { method = 'GET', headers, url: target = '/' } = incoming
  const url = new URL(target, `http://${headers.host ?? 'localhost'}`)
  const base = bases.find((candidate) => url.pathname.startsWith(`${candidate}/`)) ?? null
  return {
    method,
    url,
    base,
    path: url.pathname.slice(base?.length ?? 0),
    headers,
    text: body,
    body: readJson(body),
  }
}

function send(response: ServerResponse, answer: Exclude<Fault['answer'], 'html'>): void {
  if (answer === 'hang') return
  if (answer === 'reset') {
    response.destroy()
    return
  }
  const { text: body, headers } = encode(answer)
  response.writeHead(answer.status, headers).end(body)
}
