import { once } from 'node:events'
import type { Server } from 'node:http'

/** Lets a server listen on the loopback interface. @param port a free one for 0 */
export async function listen(server: Server, port = 0): Promise<{ origin: string; close(): Promise<void> }> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('The server has no port to be reached at.')
  return { origin: `http://127.0.0.1:${address.port}`, close: () => close(server) }
}

/** Ends kept-alive and unanswered connections too. */
async function close(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
