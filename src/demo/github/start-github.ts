import { serve } from '../http/index.ts'
import { appKey } from './access/app-key.ts'
import { createApi } from './api.ts'
import { createControl } from './control.ts'
import { describeWorld } from './describe.ts'
import { redeliver } from './hooks/deliver.ts'
import { notFound, refuse } from './routes/refuse.ts'
import type { GitHubStandIn } from './stand-in.ts'
import { createWorld, type WorldOptions } from './world/create-world.ts'
import type { LoggedDelivery } from './world/delivery.ts'

export interface GitHubOptions extends WorldOptions {
  /** Every n-th request is answered with 502, and has no effect. */
  flaky?: number
}

/** Starts a GitHub server of this process, as an Enterprise Server has it, with one App that is installed on its owner. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubStandIn> {
  const { flaky } = options
  const world = createWorld(options)
  // As GitHub does it: the App has its answer before.
  const redeliverSoon = (delivery: LoggedDelivery): void =>
    void setImmediate(() => redeliver(world, delivery).then(() => serving.changed()))
  const serving = await serve({
    bases: ['/api/v3', ''],
    answer: createApi(world, redeliverSoon),
    answerElsewhere: notFound,
    describe: () => describeWorld(world),
    ...(flaky === undefined ? {} : { flaky: { every: flaky, answer: refuse(502, 'Server Error') } }),
  })
  const { origin, calls, faults, until, changed, close } = serving
  world.origin = origin
  return {
    ...createControl(world, changed),
    get hookUrl() {
      return world.hookUrl
    },
    set hookUrl(url) {
      world.hookUrl = url
    },
    origin,
    host: new URL(origin).host,
    apiUrl: `${origin}/api/v3`,
    appId: world.app.id,
    privateKey: appKey().privateKey,
    webhookSecret: world.app.webhookSecret,
    owner: world.app.owner.login,
    calls,
    faults,
    until,
    close,
  }
}
