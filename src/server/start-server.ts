import { assemble } from './assemble.ts'
import { connectGitHub } from './connect-github.ts'
import { every } from './every.ts'
import { createHandler } from './handler.ts'
import { listen } from './http-server.ts'
import type { AppOptions } from './options.ts'
import { createReceive } from './receive-delivery.ts'
import { createTake } from './take.ts'

export interface ServerOptions extends AppOptions {
  http: { host: string; port: number }
}

export interface RunningServer {
  url: string
  /** Takes no more deliveries, finishes or parks what is under way, and closes the stores. */
  leave(): Promise<void>
}

/** How often waiting work is counted, in milliseconds. */
const countPause = 1000

/** Starts the server: deliveries are checked, stored, answered, and then given to the Probot app. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log, storage } = options
  const github = await connectGitHub(options.github, log)
  const assembly = await assemble(options, github)
  await github.probot.load(assembly.app)
  await assembly.run()

  const { inbox } = assembly
  let leaving = false
  let pending = await inbox.countPending()
  const counting = every(countPause, 'counting', async () => void (pending = await inbox.countPending()), log)
  const { take, taken } = createTake(github.probot, log)
  const handler = createHandler({
    receive: createReceive({
      webhookSecret: options.github.webhookSecret,
      inbox,
      isFull: () => pending >= storage.maxPending,
    }),
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
      await Promise.all([taken(), counting.stop()])
      await assembly.leave()
    },
  }
}
