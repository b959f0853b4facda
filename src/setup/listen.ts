import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { PortTakenError } from '../server/index.ts'
import { reachableHost } from './expected-host.ts'

/** How long a browser may take for a request, and for its connections to end, in milliseconds. */
const patience = { request: 30_000, end: 1000 }

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface Listener {
  /** Where a browser on this machine finds it, without a trailing slash. */
  url: string
  /** Takes no more connections, and frees the port: browsers keep connections open on which they ask nothing. */
  close(): Promise<void>
}

/** Listens for a browser. @throws PortTakenError */
export async function listen(handler: Handler, address: { host: string; port: number }): Promise<Listener> {
  const server = createServer({ requestTimeout: patience.request }, handler)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(address.port) : error),
    )
    server.listen(address.port, address.host, resolve)
  })
  const bound = server.address()
  const port = typeof bound === 'object' ? bound?.port : undefined

  return {
    url: `http://${reachableHost(address.host)}:${port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      const timer = setTimeout(() => server.closeAllConnections(), patience.end)
      await closed
      clearTimeout(timer)
    },
  }
}
