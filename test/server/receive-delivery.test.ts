import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createReceive, type Received } from '../../src/server/receive-delivery.ts'

const inbox = { record: async () => Promise.reject(new Error('nothing of this is stored')) }
const mebibyte = 1024 * 1024

/** A receiver behind a real server; what it makes of each request, in the order in which they end. */
async function startReceiver() {
  const receive = createReceive({ webhookSecret: 'a secret', inbox })
  const waiting: ((received: Received) => void)[] = []
  const past: Received[] = []
  const server = createServer(async (incoming: IncomingMessage, response) => {
    const received = await receive(incoming)
    const taker = waiting.shift()
    if (taker === undefined) past.push(received)
    else taker(received)
    incoming.resume()
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    next: () => {
      const received = past.shift()
      return received ?? new Promise<Received>((resolve) => waiting.push(resolve))
    },
    /** Opens a delivery that nobody signed; its body is for the caller to write. */
    open() {
      const headers = { 'X-Hub-Signature-256': 'sha256=00', 'Transfer-Encoding': 'chunked' }
      const sent = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false })
      sent.on('error', () => {}) // the server may go first
      return sent
    },
  }
}

test('a body whose sender goes is not taken for one that is too large', async () => {
  const { next, open } = await startReceiver()
  const sent = open()
  sent.write('{"action":', () => sent.destroy())

  expect(await next()).toMatchObject({ stored: false, bodyRead: true, answer: { status: 400 } })
})

test('bodies that nobody vouches for have a bound together, and room again when they are gone', async () => {
  const { next, open } = await startReceiver()
  const many = Array.from({ length: 6 }, open)
  for (const sent of many) {
    for (let written = 0; written < 24; written++) sent.write(Buffer.alloc(mebibyte, ' '))
  }
  expect(await next()).toMatchObject({ stored: false, bodyRead: false, answer: { status: 503 } })

  for (const sent of many) sent.end()
  for (const _ of many.slice(1)) expect(await next()).toMatchObject({ answer: { status: 401 } })
  for (let round = 0; round < 6; round++) {
    open().end(Buffer.alloc(24 * mebibyte, ' '))
    expect(await next()).toMatchObject({ answer: { status: 401 } })
  }
})
