import { createTimers, serve } from '../http/index.ts'
import { addresses, type Workspace } from './addresses.ts'
import { type ApiOptions, createApi } from './api.ts'
import type { PostedEvent } from './checks/events-body.ts'
import { createControl } from './control.ts'
import { describeWorld } from './describe.ts'
import { markLate } from './late.ts'
import { except, refuse } from './routes/refuse.ts'
import type { PrefectStandIn } from './stand-in.ts'
import { createWorker, type WorkerOptions } from './worker.ts'
import { createWorld } from './world.ts'

export interface PrefectOptions extends ApiOptions {
  /** Serves as a workspace of Prefect Cloud, under its ids; as a server of one's own unless given. */
  cloud?: Workspace
  /** A worker in every work pool; no worker unless given. */
  worker?: WorkerOptions
  /** When a scheduled run that nobody picks up is named Late, in milliseconds. @default 15_000 */
  lateAfter?: number
  /** How long a run waits for a slot of its deployment before it is tried again, in milliseconds. @default 30_000 */
  slotWait?: number
  /** Every n-th request is answered with 503, as a server whose database is locked does, and has no effect. */
  flaky?: number
}

/** Starts a Prefect server of this process: its REST API as the app sees it, over runs in memory. */
export async function startPrefect(options: PrefectOptions = {}): Promise<PrefectStandIn> {
  const { cloud = null, worker: workerOptions = { auto: false }, flaky } = options
  const { lateAfter = 15_000, slotWait = 30_000 } = options
  const paths = addresses(cloud)
  const world = createWorld({ usualWorkers: workerOptions.auto ? ['ONLINE'] : [], slotWait })
  const events: PostedEvent[] = []
  const timers = createTimers()
  const worker = createWorker(world, timers, workerOptions)
  markLate(world, timers, lateAfter)

  const serving = await serve({
    bases: [paths.api],
    answer: createApi(world, events, options),
    answerElsewhere: () => refuse(404, 'Not Found'),
    describe: () => describeWorld(world),
    ...(flaky === undefined ? {} : { flaky: { every: flaky, answer: except(503, 'Service Unavailable') } }),
  })
  world.onState.add(serving.changed)
  const { origin, calls, faults, until } = serving
  const uiUrl = `${origin}${paths.ui}`
  return {
    ...createControl(world, worker, events, uiUrl),
    apiUrl: `${origin}${paths.api}`,
    uiUrl,
    calls,
    faults,
    until,
    async close() {
      timers.clear()
      await serving.close()
    },
  }
}
