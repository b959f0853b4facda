import { type Assembly, assemble } from './assemble.ts'
import { connectGitHub } from './connect-github.ts'
import { createHandler } from './handler.ts'
import { listen } from './http-server.ts'
import type { AppOptions } from './options.ts'
import { createReceive } from './receive-delivery.ts'
import { createTake } from './take.ts'
import { watchWaiting } from './waiting.ts'

export interface ServerOptions extends AppOptions {
  http: { host: string; port: number }
}

export interface RunningServer {
  url: string
  /** Takes no more deliveries, finishes or parks what is under way, and closes the stores; once, however often called. */
  leave(): Promise<void>
}

/**
 * Starts the server: deliveries are checked, stored, answered, and then given to the Probot app. The port is taken
 * first; until the rest has been put together, deliveries are refused, so that GitHub keeps them.
 *
 * @throws PortTakenError
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const handler = createHandler(options.log)
  const listener = await listen(handler.handle, options.http)
  try {
    const { assembly, stopTaking } = await open(options, handler.open)
    const leave = async (): Promise<void> => {
      handler.close('leaving')
      await listener.close()
      await stopTaking()
      await assembly.leave()
    }
    let left: Promise<void> | null = null
    return {
      url: listener.url,
      leave() {
        left ??= leave()
        return left
      },
    }
  } catch (error) {
    await listener.close()
    throw error
  }
}

/** Puts the App together, and opens the door to deliveries. */
async function open(
  options: ServerOptions,
  openDoor: ReturnType<typeof createHandler>['open'],
): Promise<{ assembly: Assembly; stopTaking: () => Promise<void> }> {
  const { github: credentials, storage, log } = options
  const github = await connectGitHub(credentials, log)
  const assembly = await assemble(options, github)
  await github.probot.load(assembly.app)
  await assembly.run()

  const { inbox } = assembly
  const waiting = await watchWaiting(inbox, storage.maxPending, log)
  const { take, taken } = createTake(github.probot, log)
  const { webhookSecret } = credentials
  openDoor({ receive: createReceive({ webhookSecret, inbox, isFull: waiting.isFull }), take })
  return { assembly, stopTaking: async () => void (await Promise.all([taken(), waiting.stop()])) }
}
