import { describe, expect } from 'vitest'
import type { DeliveryOverrides, GitHubStandIn } from '../../src/demo/github/index.ts'
import type { PrefectStandIn } from '../../src/demo/prefect/index.ts'
import { type App, spawnApp } from './spawn-app.ts'
import { repository, test } from './world.ts'

const completed = (text: string): boolean => text.includes('ran again, and completed')
const listed = /^GET \/app\/hook\/deliveries$/
const attempts = /^POST \/app\/hook\/deliveries\/\d+\/attempts$/

/** Long enough ago that nothing is under way any more. */
const tenMinutesAgo = (): string => `${new Date(Date.now() - 600_000).toISOString().slice(0, 19)}Z`

/** Merges a pull request that names a failed run; its delivery goes as `how` says. */
async function mergeFixOf(
  { github, prefect }: { github: GitHubStandIn; prefect: PrefectStandIn },
  how: DeliveryOverrides = {},
) {
  const run = prefect.addFlowRun({ state: 'FAILED' })
  const { number } = github.addPullRequest({ repository, title: 'Fix', body: run.url })
  const merge = github.merge({ repository, number })
  const delivery = await github.deliver(merge, { deliveredAt: tenMinutesAgo(), ...how })
  return { run, number, delivery }
}

/** Starts the app where GitHub delivers to. */
async function startApp(environment: Record<string, string>, github: GitHubStandIn): Promise<App> {
  const app = await spawnApp(environment, { endedByCaller: true })
  github.hookUrl = `${app.url}/api/github/webhooks`
  return app
}

/** The GUIDs of what the app asked for. */
function askedFor({ calls, deliveries }: GitHubStandIn): Set<string | undefined> {
  const ids = calls.of(attempts).map(({ path }) => path.split('/').at(-2))
  expect(new Set(ids).size).toBe(ids.length)
  return new Set(ids.map((id) => deliveries.find((delivery) => String(delivery.id) === id)?.guid))
}

/** Another attempt, as by hand. */
function redeliver(github: GitHubStandIn, guid: string) {
  const delivery = { guid, event: 'pull_request', payload: { action: 'closed' } }
  return github.deliver(delivery, { redelivery: true, deliveredAt: tenMinutesAgo() })
}

describe.concurrent('deliveries that GitHub could not bring', () => {
  test('while the app was down are asked for at the start, and each merge acts once', async ({
    environment,
    github,
    prefect,
    comment,
    setStates,
  }) => {
    const down = [await mergeFixOf({ github, prefect }), await mergeFixOf({ github, prefect })]
    prefect.faults.add({ path: '/full', answer: { status: 503, text: 'full' } })
    const refused = await mergeFixOf({ github, prefect }, { url: `${prefect.apiUrl}/full` })
    const missed = [...down, refused]
    expect(missed.map(({ delivery }) => delivery.statusCode)).toEqual([502, 502, 503])
    await github.deliver(github.ping(), { deliveredAt: tenMinutesAgo() })

    const app = await startApp(environment, github)
    try {
      for (const { number } of missed) await comment(number, completed)
      expect(askedFor(github)).toEqual(new Set(missed.map(({ delivery }) => delivery.guid)))
      expect(missed.map(({ run }) => prefect.executions(run.id))).toEqual([1, 1, 1])
      expect(setStates()).toHaveLength(3)
      expect(await app.logs.find(({ msg }) => msg === 'sweep')).toMatchObject({
        level: 30,
        listed: 4,
        missed: 3,
        asked: 3,
        given_up: 0,
      })
    } finally {
      await app.kill()
    }
  }, 60_000)

  test('are not those that we have, also where our answer was lost, nor those that came at another attempt', async ({
    environment,
    github,
    prefect,
    comment,
    setStates,
  }) => {
    const first = await startApp(environment, github)
    const taken = await mergeFixOf({ github, prefect })
    const lost = await mergeFixOf({ github, prefect })
    Object.assign(lost.delivery, { status: 'timed out', statusCode: 504 })
    await comment(taken.number, completed)
    await comment(lost.number, completed)
    await first.stop()

    const missed = await mergeFixOf({ github, prefect })
    const repeated = await mergeFixOf({ github, prefect })
    Object.assign(await redeliver(github, repeated.delivery.guid), { status: 'OK', statusCode: 200 })
    const second = await startApp(environment, github)
    try {
      await comment(missed.number, completed)
      expect(askedFor(github)).toEqual(new Set([missed.delivery.guid]))
      expect([taken, lost, missed].map(({ run }) => prefect.executions(run.id))).toEqual([1, 1, 1])
      expect(setStates()).toHaveLength(3)
    } finally {
      await second.kill()
    }
  }, 60_000)
})

describe.concurrent('while GitHub does not answer', () => {
  test('the app starts, and leaves with 0 at once', async ({ environment, github, prefect }) => {
    github.faults.add({ path: '/app/hook/deliveries', answer: 'hang' })
    await mergeFixOf({ github, prefect })
    const app = await startApp(environment, github)
    await github.until(() => github.calls.of(listed).length > 0, { what: 'the listing' })
    const asked = performance.now()
    expect(await app.stop()).toEqual({ code: 0, signal: null })
    expect(performance.now() - asked).toBeLessThan(10_000)
    expect(app.logs.text()).not.toContain('cut off')
  })
})
