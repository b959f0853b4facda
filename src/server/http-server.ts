import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { codeOf } from './code-of.ts'
import { PortNotAllowedError } from './port-not-allowed-error.ts'
import { PortTakenError } from './port-taken-error.ts'
import { UnusableHostError } from './unusable-host-error.ts'

const limits = {
  /** How long a sender may take for its headers and for the whole request, and how often we look, in milliseconds. */
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5000,
  /** All headers of a request together, in bytes. */
  maxHeaderSize: 16 * 1024,
}

/** Headers of a request; further ones are not looked at. GitHub sends about 12, and a proxy adds its own. */
const maxHeaders = 100

/** Connections at the same time; further ones are closed at once. */
const maxConnections = 1000

/** How long open requests may take when we leave, in milliseconds. */
const lastCall = 3000

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface Listener {
  /** Where it really listens: a port of 0 has become one. */
  url: string
  /** Takes no more connections; resolves when the open requests have been answered. */
  close(): Promise<void>
}

export interface Address {
  host: string
  port: number
  /** How many connections are held at the same time. @default 1000 */
  maxConnections?: number
}

/** Listens for HTTP requests. @throws PortTakenError, PortNotAllowedError, UnusableHostError */
export async function listen(handler: Handler, address: Address): Promise<Listener> {
  const server = createServer(limits, handler)
  server.maxHeadersCount = maxHeaders
  server.maxConnections = address.maxConnections ?? maxConnections
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, address)))
    server.listen(address.port, address.host, resolve)
  })
  return { url: urlOf(server, address.host), close: () => close(server) }
}

/** What keeps us from listening, in words that tell what to do; an error that is none of that is itself. */
function listenError(error: Error, { host, port }: Address): Error {
  const code = codeOf(error)
  switch (code) {
    case 'EADDRINUSE':
      return new PortTakenError(port)
    case 'EACCES':
      return new PortNotAllowedError(port, error)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new UnusableHostError(host, code, error)
    default:
      return error
  }
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Browsers keep connections on which they ask nothing; those are not waited for. */
async function close(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), lastCall)
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    server.closeIdleConnections()
  })
  clearTimeout(timer)
}
