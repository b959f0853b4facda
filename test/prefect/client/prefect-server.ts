import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Received = { method: string; path: string; body: string; headers: IncomingMessage['headers'] }

/** A server that answers as it is told, and remembers what it was asked. */
export async function startPrefect(
  answer: (response: ServerResponse, received: Received, count: number) => void,
): Promise<{ apiUrl: string; port: number; received: Received[] }> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const { method = '', url: path = '', headers } = request
    received.push({ method, path, body, headers })
    answer(response, { method, path, body, headers }, received.length)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const { port } = addressOf(server.address())
  return { apiUrl: `http://127.0.0.1:${port}/api`, port, received }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address
}
