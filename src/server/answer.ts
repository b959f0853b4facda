import type { IncomingMessage, ServerResponse } from 'node:http'

/** How long, in milliseconds, and how much, in bytes, is still listened to from a sender that was refused. */
const patience = { time: 5000, size: 100 * 1024 * 1024 }

export interface Answer {
  status: number
  /** One line for whoever reads GitHub's delivery log. */
  text: string
  headers?: Record<string, string>
}

/** When it is worth another try, in seconds: a start and a passing trouble are over by then. */
const retryAfter = 30

/** Refuses for now. */
export function later(text: string): Answer {
  return { status: 503, text, headers: { 'Retry-After': String(retryAfter) } }
}

/** Answers a request whose body was read, or whose sender is gone: then nothing is sent. */
export function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return
  write(response, answer)
  response.end()
}

/**
 * Answers a request whose body is not read to its end, and closes the connection cleanly: a sender that is still
 * writing when the socket closes would lose the answer, so the rest is taken and thrown away for a while.
 */
export function sendAndClose(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  response.setHeader('Connection', 'close')
  write(response, answer)

  let thrownAway = 0
  const finish = (): void => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(finish, patience.time)
  request.on('data', (chunk: Buffer) => {
    thrownAway += chunk.length
    if (thrownAway > patience.size) finish()
  })
  request.once('end', finish)
  request.once('error', finish)
  response.once('close', finish)
}

function write(response: ServerResponse, { status, text, headers }: Answer): void {
  const body = `${text}\n`
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  })
  response.write(body)
}
