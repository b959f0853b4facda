import fc from 'fast-check'
import nock from 'nock'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aClient } from './a-client.ts'

beforeAll(() => nock.disableNetConnect())
afterEach(() => nock.cleanAll())

const id = 'e1ded7c6-084e-4766-af0e-830a9795b197'
const other = '09f07741-83c4-453a-ae1d-742113909e14'
const server = () => nock('http://prefect.test/api')

describe('a name of a work pool', () => {
  test.each([
    ['night shift: 100 % ecs', '/work_pools/night%20shift%3A%20100%20%25%20ecs'],
    ['ünïcode', '/work_pools/%C3%BCn%C3%AFcode'],
    ['a/b?c#d', '/work_pools/a%2Fb%3Fc%23d'],
    ['%2e%2e', '/work_pools/%252e%252e'],
  ])('%j is asked for as it is', async (name, path) => {
    server()
      .get(path)
      .reply(200, { name, type: 'process' })
      .post(`${path}/workers/filter`)
      .reply(200, [{ name: 'one' }])
    const { client, calls } = aClient()

    expect(await client.readWorkPool(name)).toEqual({
      name,
      type: 'process',
      isPaused: false,
      status: null,
      concurrencyLimit: null,
    })
    expect(await client.readWorkers(name)).toEqual([{ name: 'one', status: null }])
    expect(calls.map((call) => call.path)).toEqual([
      '/work_pools/{name}',
      '/work_pools/{name}/workers/filter',
    ])
  })

  test.each(['', '.', '..', '\ud800'])('%j is none: nobody is asked', async (name) => {
    const { client, calls } = aClient()
    expect(await client.readWorkPool(name)).toBeNull()
    expect(await client.readWorkers(name)).toEqual([])
    expect(calls).toEqual([])
  })

  test('never leads out of the work pools', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (name) => {
        let asked = '/api/work_pools/nobody'
        nock('http://prefect.test')
          .get((path) => {
            asked = path
            return true
          })
          .reply(404, { detail: 'Not Found' })
        await aClient().client.readWorkPool(name)
        nock.cleanAll()
        expect(asked).toMatch(/^\/api\/work_pools\/[^/?#]+$/)
      }),
      { numRuns: 40, examples: [['../admin'], ['..\\admin'], ['..']] },
    )
  })
})

test.each(['../admin', '..', 'a/b', ''])('%j is no id of a queue or a run: nobody is asked', async (odd) => {
  const { client, calls } = aClient()
  expect(await client.readWorkQueue(odd)).toBeNull()
  expect(await client.readTaskRun(odd)).toBeNull()
  expect(await client.findLaterCompletedRun(odd, '2026-11-21T10:00:00Z', id)).toBeNull()
  expect(await client.countCompletedTaskRuns(odd)).toEqual({ completed: 0, unpersisted: 0, more: false })
  expect(calls).toEqual([])
})

describe('a later completed run', () => {
  const after = '2026-11-21T10:22:18.988585Z'

  test('is asked for by its deployment, its state and its start, without the run that failed', async () => {
    const body = {
      flow_runs: {
        id: { not_any_: [id] },
        deployment_id: { any_: [other] },
        state: { type: { any_: ['COMPLETED'] } },
        start_time: { after_: after },
      },
      sort: 'START_TIME_DESC',
      limit: 3,
    }
    server().post('/flow_runs/filter', body).reply(200, [])
    expect(
      await aClient().client.findLaterCompletedRun(other.toUpperCase(), after, id.toUpperCase()),
    ).toBeNull()
  })

  test('in a form that we do not know hides no other, and is told', async () => {
    const run = { id: other, name: 'brisk-otter', flow_id: id }
    server()
      .post('/flow_runs/filter')
      .reply(200, [{ id, name: 42 }, run])
    const told: unknown[] = []
    const { client } = aClient({ onUnreadable: (...words) => told.push(words) })
    expect(await client.findLaterCompletedRun(other, after, id)).toMatchObject({ name: 'brisk-otter' })
    expect(told).toEqual([[id, 'JSON in another form than we know (name)']])
  })
})

describe('completed task runs', () => {
  const count = (page: object[]) => {
    server().post('/task_runs/filter').reply(200, page)
    return aClient().client.countCompletedTaskRuns(id)
  }
  const taskRun = (flow_run_run_count: number, data: unknown) => ({ flow_run_run_count, state: { data } })
  const stored = { storage_key: '/storage/a' }

  test('are asked for without those that stand for subflow runs, the newest first', async () => {
    const body = {
      flow_runs: { id: { any_: [id] } },
      task_runs: { state: { type: { any_: ['COMPLETED'] } }, subflow_runs: { exists_: false } },
      sort: 'EXPECTED_START_TIME_DESC',
      limit: 200,
    }
    server().post('/task_runs/filter', body).reply(200, [])
    expect(await aClient().client.countCompletedTaskRuns(id.toUpperCase())).toEqual({
      completed: 0,
      unpersisted: 0,
      more: false,
    })
  })

  test.each([
    ['of one execution', [taskRun(1, null), taskRun(1, stored)], 2, 1],
    ['of two executions: the newer counts', [taskRun(2, stored), taskRun(1, null), taskRun(1, null)], 1, 0],
    [
      'as older servers tell them',
      [taskRun(0, { type: 'unpersisted' }), taskRun(0, { type: 'literal' })],
      2,
      1,
    ],
    ['that say nothing', [{}, { state: null }, { state: { data: 'odd' } }], 3, 3],
  ])('%s are counted', async (_name, page, completed, unpersisted) => {
    expect(await count(page)).toEqual({ completed, unpersisted, more: false })
  })

  test('may be more than the 200 that are counted', async () => {
    expect(await count(Array.from({ length: 200 }, () => taskRun(1, null)))).toMatchObject({ more: true })
  })
})

test('each of these is read as patiently as it is asked to be', async () => {
  const { client, calls } = aClient({ maxRetries: 2 })
  const hasty = { retries: 0 }
  server().get(/.*/).times(4).reply(503).post(/.*/).times(3).reply(503)
  const readings = [
    client.readDeployment(id, hasty),
    client.readWorkPool('pool', hasty),
    client.readWorkQueue(id, hasty),
    client.readTaskRun(id, hasty),
    client.readWorkers('pool', hasty),
    client.findLaterCompletedRun(other, '2026-11-21T10:00:00Z', id, hasty),
    client.countCompletedTaskRuns(id, hasty),
  ]
  for (const outcome of await Promise.allSettled(readings)) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'PrefectAnswerError', status: 503 } })
  }
  expect(calls).toHaveLength(readings.length)
})
