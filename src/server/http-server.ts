import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PortTakenError } from './port-taken-error.ts'

/** How long a sender may take for its headers and for the whole request, in milliseconds. */
const patience = { headers: 10_000, request: 60_000 }

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface Listener {
  /** Where it really listens: a port of 0 has become one. */
  url: string
  /** Takes no more connections; resolves when the open requests have been answered. */
  close(): Promise<void>
}

/** Listens for HTTP requests. @throws PortTakenError */
export async function listen(handler: Handler, address: { host: string; port: number }): Promise<Listener> {
  const server = createServer({ headersTimeout: patience.headers, requestTimeout: patience.request }, handler)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(address.port) : error),
    )
    server.listen(address.port, address.host, resolve)
  })
  return { url: urlOf(server, address.host), close: () => close(server) }
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    server.closeIdleConnections()
  })
}
