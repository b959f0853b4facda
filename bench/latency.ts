import { setTimeout } from 'node:timers/promises'
import type { GitHubStandIn } from '../src/demo/github/index.ts'
import type { PrefectStandIn } from '../src/demo/prefect/index.ts'
import { post } from './load.ts'
import { mergeDelivery } from './payloads.ts'

/** How many deliveries a second, and how many of them count. */
const rate = 20
const counted = 200
const warmUp = 20

/** From a delivery's first byte until Prefect has its `set_state`, in milliseconds, for each of many deliveries. */
export async function deliveryToSetState(
  url: string,
  github: GitHubStandIn,
  prefect: PrefectStandIn,
): Promise<number[]> {
  const waiting: Promise<number>[] = []
  for (let index = 0; index < warmUp + counted; index += 1) {
    waiting.push(measureOne(url, github, prefect))
    await setTimeout(1000 / rate)
  }
  return (await Promise.all(waiting)).slice(warmUp)
}

async function measureOne(url: string, github: GitHubStandIn, prefect: PrefectStandIn): Promise<number> {
  const run = prefect.addFlowRun({ state: 'FAILED' })
  const delivery = mergeDelivery(github, `Fixes: ${run.url}`)
  const started = performance.now()
  const answered = post(url, delivery)
  const path = `/flow_runs/${run.id}/set_state`
  await prefect.until(() => prefect.calls.findLast((call) => call.path === path), {
    within: 30_000,
    what: `set_state of ${run.id}`,
  })
  const duration = performance.now() - started
  await answered
  return duration
}
