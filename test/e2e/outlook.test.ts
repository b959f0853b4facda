import { describe, expect } from 'vitest'
import { test as base, isSkipped, itemOf } from './merging.ts'
import { becomes } from './prefect/becomes.ts'
import { serveOrders, startWorker } from './prefect/programs.ts'
import type { DeploymentInput, SeededRun } from './prefect/seed.ts'

const waiting = (body: string): boolean => body.includes('nothing will pick it up')
const clone = (inputs: object) => [{ 'prefect.deployments.steps.git_clone': inputs }]

/** For the clock of GitHub, which counts in seconds, this is long. */
const minute = 60_000

const test = base.extend('failed', { scope: 'file' }, ({ seed }) => async (input: DeploymentInput) => {
  const deployment = await seed.deployment(input)
  return { deployment, run: await seed.run({ deployment, state: 'FAILED' }) }
})

describe
  .skipIf(isSkipped)
  .concurrent('Prefect takes a run that nothing will pick up, and the comment says why', () => {
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
      await expectOf(
        { workPool: pool, workQueue: 'narrow' },
        'the concurrency limit of the work queue `narrow` is 0',
      )
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

    test('its pool has a worker, but none that asks its queue', async ({
      seed,
      server,
      dataFolder,
      failed,
      merge,
    }) => {
      const pool = await seed.workPool()
      await seed.workQueue(pool, 'other')
      const worker = await startWorker({ ...server, folder: dataFolder }, pool, 'other')
      await becomes(() => seed.statusOfQueue(pool, 'other'), 'READY')
      const { run } = await failed({ workPool: pool })
      const { run: asked } = await failed({ workPool: pool, workQueue: 'other' })
      const body = await (await merge(`${run.url}\n${asked.url}`)).comment(waiting)
      expect(itemOf(body, run)).toContain('no worker asks the work queue `default` for runs')
      expect(itemOf(body, asked)).not.toContain('will pick it up')
      await worker.stop()
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
      await becomes(() => seed.statusOf(deployment), 'READY')
      await program.stop()
      await becomes(() => seed.statusOf(deployment), 'NOT_READY')
      const run = await seed.run({ deployment, state: 'FAILED', parameters: { folder: dataFolder } })
      expect(await (await merge(run.url)).comment(waiting)).toContain('nobody serves its deployment now')
    })

    test('and that it is late, once Prefect calls it so', async ({ api, failed, merge }) => {
      const { run } = await failed({})
      const merged = await merge(run.url)
      await api.reaches(run.id, 'SCHEDULED', { name: 'Late' })
      const body = await merged.comment((text) => text.includes('⚠️ Late, '))
      expect(body).toMatch(/Scheduled, by the merge.*⚠️ Late/s)
    })
  })

describe.skipIf(isSkipped).concurrent('the comment says which code a resumed run gets', () => {
  const repository = 'acme-code/etl'
  const url = `https://github.com/${repository}.git`
  const git = `of \`${url}\` when the run starts`
  const sources: [string, DeploymentInput, says: string, isOldBeforeDeploy: boolean][] = [
    [
      'the branch',
      { pullSteps: clone({ repository: url, branch: 'main' }) },
      `cloned from \`main\` ${git}`,
      false,
    ],
    [
      'a commit',
      { pullSteps: clone({ repository: url, commit_sha: 'f00d' }) },
      `cloned from \`f00d\` ${git}`,
      true,
    ],
    [
      'an image',
      { jobVariables: { image: 'ghcr.io/acme/etl:41' } },
      'in the image `ghcr.io/acme/etl:41`',
      true,
    ],
    ['a folder', { path: '/srv/flows' }, 'from `/srv/flows`', true],
  ]

  test('and whether it is that of before the merge', async ({ failed, merge }) => {
    for (const [, input, says, isOldBeforeDeploy] of sources) {
      const { run } = await failed(input)
      const merged = await merge(run.url, { repository, at: Date.now() + minute })
      const body = await merged.comment()
      expect(body).toContain(says)
      expect(body.includes('A deploy is needed before the fix can take effect')).toBe(isOldBeforeDeploy)
    }
  })

  test.for(sources)(
    'without a word on deploys where there was one after the merge: %s',
    async (source, { failed, merge }) => {
      const [, input, says] = source
      const { run } = await failed(input)
      const body = await (await merge(run.url, { at: Date.now() - minute })).comment()
      expect(body).toContain(says)
      expect(body).not.toContain('deploy is needed')
    },
  )

  test('and that a later run of the deployment has completed', async ({ seed, failed, merge }) => {
    const { deployment, run } = await failed({})
    await seed.run({ deployment, state: 'FAILED' })
    const later = await seed.run({ deployment, state: 'COMPLETED' })
    const body = await (await merge(run.url)).comment()
    expect(body).toContain(
      `A later run of the same deployment has completed meanwhile: [\`${later.name}\`](${later.url})`,
    )
  })
})
