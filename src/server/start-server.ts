import { type Assembly, assemble } from './assemble.ts'
import { connectGitHub } from './connect-github.ts'
import { createHandler } from './handler.ts'
import { listen } from './http-server.ts'
import { gitHubNeighbour } from './look-at-github.ts'
import type { AppOptions } from './options.ts'
import { createReceive } from './receive-delivery.ts'
import { createTake } from './take.ts'
import { watchNeighbour } from './watch-neighbour.ts'
import { watchStore } from './watch-store.ts'

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
 * @throws PortTakenError, PortNotAllowedError, UnusableHostError, and what keeps the stores from being opened
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const handler = createHandler(options.log)
  const listener = await listen(handler.handle, options.http)
  try {
    const { assembly, stopTaking, stopLooking } = await open(options, handler.open)
    const leave = async (): Promise<void> => {
      handler.close('leaving')
      stopLooking()
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

/** The App at work behind the open door, and what must end before it can leave. */
interface AtWork {
  assembly: Assembly
  stopTaking(): Promise<void>
  /** Looks no longer whether Prefect and GitHub let us in, and for what was missed. */
  stopLooking(): void
}

/** Puts the App together, and opens the door to deliveries. */
async function open(
  options: ServerOptions,
  openDoor: ReturnType<typeof createHandler>['open'],
): Promise<AtWork> {
  const { github: credentials, storage, resume, log } = options
  const github = await connectGitHub(credentials, log)
  const { appId, apiUrl, webhookSecret } = credentials
  const neighbours = [...resume.workspaces.neighbours, gitHubNeighbour({ ...github, appId, apiUrl })]
  const looking = new AbortController()
  for (const neighbour of neighbours) watchNeighbour(neighbour, log, looking.signal)
  try {
    const assembly = await assemble(options, github, looking.signal)
    await github.probot.load(assembly.app)
    await assembly.run()

    const { inbox } = assembly
    const store = await watchStore(inbox, storage.maxPending, log)
    const { take, taken } = createTake(github.probot, log)
    const record: typeof inbox.record = (delivery) =>
      inbox.record(delivery).catch((error: unknown) => {
        store.failed()
        throw error
      })
    const receive = createReceive({ webhookSecret, inbox: { record } })
    openDoor({ receive, take, trouble: store.trouble })
    const stopTaking = async () => void (await Promise.all([taken(), store.stop()]))
    return { assembly, stopTaking, stopLooking: () => looking.abort() }
  } catch (error) {
    looking.abort()
    throw error
  }
}
