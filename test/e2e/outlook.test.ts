import { describe, expect, vi } from 'vitest'
import { test as base, isSkipped, itemOf } from './merging.ts'
import { serveOrders } from './prefect/programs.ts'
import type { DeploymentInput, PrefectSeed, SeededRun } from './prefect/seed.ts'

const waiting = (body: string): boolean => body.includes('nothing will pick it up')
const clone = (inputs: object) => [{ 'prefect.deployments.steps.git_clone': inputs }]

/** Two minutes ago, in whole seconds, as GitHub writes it. */
const twoMinutesAgo = () => `${new Date(Date.now() - 120_000).toISOString().slice(0, 19)}Z`

const test = base.extend('failed', { scope: 'file' }, ({ seed }) => async (input: DeploymentInput) => {
  const deployment = await seed.deployment(input)
  return { deployment, run: await seed.run({ deployment, state: 'FAILED' }) }
})

describe.skipIf(isSkipped).concurrent('Prefect takes a run that nothing will pick up, and the comment says why', () => {
  test('its pool or its queue is paused, its queue is deleted, or no worker is there', async ({
    api,
    seed,
    failed,
    merge,
  }) => {
    const pool = await seed.workPool()
    for (const name of ['slow', 'gone', 'narrow']) await seed.workQueue(pool, name)
    const [paused, narrow, closed] = [await seed.workPool(), await seed.workPool(), await seed.workPool()]
    const expected: [SeededRun, string][] = []
    const expectOf = async (input: DeploymentInput, says: string) =>
      expected.push([(await failed(input)).run, says])
    await expectOf({ workPool: paused }, `the work pool \`${paused}\` is paused`)
    await expectOf({ workPool: closed }, `no worker of the work pool \`${closed}\` is online`)
    await expectOf({ workPool: narrow }, `the concurrency limit of the work pool \`${narrow}\` is 0`)
    await expectOf({ workPool: pool, workQueue: 'slow' }, 'the work queue `slow` is paused')
    await expectOf({ workPool: pool, workQueue: 'narrow' }, 'the concurrency limit of the work queue `narrow` is 0')
    await expectOf({ workPool: pool, workQueue: 'gone' }, 'the work queue `gone` was deleted')
    await seed.ask('PATCH', `/work_pools/${paused}`, { is_paused: true })
    await seed.ask('PATCH', `/work_pools/${narrow}`, { concurrency_limit: 0 })
    await seed.ask('PATCH', `/work_pools/${pool}/queues/slow`, { is_paused: true })
    await seed.ask('PATCH', `/work_pools/${pool}/queues/narrow`, { concurrency_limit: 0 })
    await seed.ask('DELETE', `/work_pools/${pool}/queues/gone`)

    const merged = await merge(expected.map(([{ url }]) => `Resumes ${url}`).join('\n'))
    const body = await merged.comment(waiting)
    for (const [run, says] of expected) {
      expect(itemOf(body, run)).toContain(says)
      expect((await api.run(run.id)).state.type).toBe('SCHEDULED')
    }
  })

  test('its deployment may have no run at a time', async ({ seed, failed, merge }) => {
    const { deployment, run } = await failed({})
    await seed.limit(deployment, 0)
    const body = await (await merge(run.url)).comment(waiting)
    expect(body).toContain('the concurrency limit of its deployment is 0')
  })

  test('the program that served its flow has ended', async ({ seed, server, dataFolder, merge }) => {
    const name = `e2e-${crypto.randomUUID()}`
    const program = await serveOrders({ ...server, folder: dataFolder }, name)
    const deployment = await seed.findDeployment(`orders/${name}`)
    await becomes(seed, deployment, 'READY')
    await program.stop()
    await becomes(seed, deployment, 'NOT_READY')
    const run = await seed.run({ deployment, state: 'FAILED' })
    expect(await (await merge(run.url)).comment(waiting)).toContain('nobody serves its deployment now')
  })

  test('and that it is late, once Prefect calls it so', async ({ api, failed, merge }) => {
    const { run } = await failed({ workPool: undefined })
    const merged = await merge(run.url)
    await api.reaches(run.id, 'SCHEDULED', { name: 'Late' })
    const body = await merged.comment((text) => text.includes('⚠️ Late, '))
    expect(body).toMatch(/Scheduled, by the merge.*⚠️ Late/s)
  })
})

describe.skipIf(isSkipped).concurrent('the comment says which code a resumed run gets', () => {
  const sources: [string, DeploymentInput, string][] = [
    [
      'the branch is cloned',
      { pullSteps: clone({ repository: 'https://x:secret@github.com/acme-1/etl.git', branch: 'main' }) },
      'cloned from `main` of `https://github.com/acme-1/etl.git`',
    ],
    ['an image', { jobVariables: { image: 'ghcr.io/acme/etl:41' } }, 'in the image `ghcr.io/acme/etl:41`'],
    ['a folder', { path: '/srv/flows' }, 'from `/srv/flows`'],
  ]

  test.for(sources)('%s', async ([, input, says], { failed, merge }) => {
    const { run } = await failed(input)
    const body = await (await merge(run.url)).comment()
    expect(body).toContain(says)
  })
})

async function becomes(
  seed: PrefectSeed,
  deployment: Parameters<PrefectSeed['statusOf']>[0],
  status: 'READY' | 'NOT_READY',
): Promise<void> {
  await vi.waitFor(async () => expect(await seed.statusOf(deployment)).toBe(status), { timeout: 45_000 })
}
