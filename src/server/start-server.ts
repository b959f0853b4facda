import { assemble } from './assemble.ts'
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
  /** Takes no more deliveries, finishes or parks what is under way, and closes the stores. */
  leave(): Promise<void>
}

/** Starts the server: deliveries are checked, stored, answered, and then given to the Probot app. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { github: credentials, storage, log } = options
  const github = await connectGitHub(credentials, log)
  const assembly = await assemble(options, github)
  await github.probot.load(assembly.app)
  await assembly.run()

  const { inbox } = assembly
  const waiting = await watchWaiting(inbox, storage.maxPending, log)
  const { take, taken } = createTake(github.probot, log)
  let leaving = false
  const handler = createHandler({
    receive: createReceive({ webhookSecret: credentials.webhookSecret, inbox, isFull: waiting.isFull }),
    take,
    notReady: () => (leaving ? 'leaving' : null),
    log,
  })
  const listener = await listen(handler, options.http)

  return {
    url: listener.url,
    async leave() {
      leaving = true
      await listener.close()
      await Promise.all([taken(), waiting.stop()])
      await assembly.leave()
    },
  }
}
