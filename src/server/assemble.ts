import { setTimeout } from 'node:timers/promises'
import type { ApplicationFunction } from 'probot'
import { every } from '../every.ts'
import {
  createApp,
  createSettingsReader,
  createSweeper,
  createTeller,
  createWhyNotServed,
  handOverAttempts,
  handOverPending,
} from '../github/index.ts'
import type { Inbox } from '../inbox/index.ts'
import { createFollower, defineResumeOnMerge, type ResumeServices } from '../resume/index.ts'
import type { GitHub } from './connect-github.ts'
import { createForgetter } from './forget.ts'
import { openStores } from './open-stores.ts'
import type { AppOptions } from './options.ts'

/** The App, put together: what takes deliveries, and the work behind it. */
export interface Assembly {
  inbox: Inbox
  /** The Probot app function. */
  app: ApplicationFunction
  /** Begins to work: first on what an earlier start left lying. */
  run(): Promise<void>
  /** Finishes or parks what is under way, and closes the stores. */
  leave(): Promise<void>
}

/** How often runs are looked at, and what people asked for or was left lying is told or taken up, in milliseconds. */
const pauses = { follow: 1000, tell: 1000, takeUpAttempts: 1000, takeUp: 30_000 }

/**
 * When GitHub is first asked for what it could not deliver, and how often it is seen whether that is due, in
 * milliseconds. By then the door is open for what comes again.
 */
const sweeping = { first: 2000, pause: 30_000 }
/** When what is over is forgotten, in milliseconds: not while a start has other work to do, then every hour. */
const forgetting = { first: 60_000, pause: 3_600_000 }

/** How long the last comments may take when we leave, in milliseconds; what is left is told by the next start. */
const lastWords = 5000

/**
 * Puts the inbox, the engine, GitHub and Prefect together.
 *
 * @param leaving ends at once what need not be finished
 */
export async function assemble(options: AppOptions, github: GitHub, leaving: AbortSignal): Promise<Assembly> {
  const { storage, log } = options
  const { inbox, engine } = await openStores(storage, log)

  const teller = createTeller(inbox, { comments: github.comments, log })
  const services: ResumeServices = {
    ...options.resume,
    store: inbox,
    whyNotServed: createWhyNotServed(options.allowedRepositories, github.readOwner, log),
    readSettings: createSettingsReader({ client: github.plainClient, memory: inbox.files, log }),
    tell: teller.wake,
    now: Date.now,
    wait: (duration, signal) => setTimeout(duration, undefined, signal && { signal }),
    log,
  }
  const handOver = { inbox, recipe: options.recipe, work: defineResumeOnMerge(engine, services), log }
  const takeUp = (): Promise<void> => handOverPending(handOver)
  const takeUpAttempts = (): Promise<void> => handOverAttempts(handOver)
  const follow = createFollower(services)
  const sweep = createSweeper({
    deliveryLog: github.deliveryLog(leaving),
    inbox,
    now: Date.now,
    wait: (duration) => setTimeout(duration, undefined, { signal: leaving }),
    leaving,
    log,
  })
  const { now, wait } = services
  const { keepFor } = storage
  const forget = createForgetter({ inbox, engine, keepFor, now, wait, leaving, log })
  let stop = async (): Promise<void> => {}

  return {
    inbox,
    app: createApp(handOver),
    async run() {
      await engine.run()
      await takeUp()
      const recurring = [
        every(pauses.follow, 'following', follow, log),
        every(pauses.takeUp, 'taking up', takeUp, log),
        every(pauses.takeUpAttempts, 'taking up attempts', takeUpAttempts, log),
        every(pauses.tell, 'telling', async () => teller.wake(), log),
        every(sweeping.pause, 'sweeping', sweep, log, sweeping.first),
        every(forgetting.pause, 'forgetting', forget, log, forgetting.first),
      ]
      stop = async () => void (await Promise.all(recurring.map((work) => work.stop())))
    },
    async leave() {
      await stop()
      await engine.drain()
      await Promise.race([teller.round(), setTimeout(lastWords, undefined, { ref: false })])
      await Promise.all([engine.close(), inbox.close()])
    },
  }
}
