import { afterEach, describe, expect, test } from 'vitest'
import { type PrefectStandIn, startPrefect } from '../../../src/demo/prefect/index.ts'
import { ask, propose } from './ask.ts'

let prefect: PrefectStandIn
afterEach(() => prefect.close())

const worker = { auto: true, delays: { pending: 1, running: 1, end: 1 } }
const names = (id: string) => prefect.states(id).map(({ name }) => name)
const ended = (id: string) => prefect.until(() => names(id).includes('Completed'))
const executed = ['Scheduled', 'Pending', 'Running', 'Completed']

describe('no worker takes a run, until that is changed,', () => {
  test.each<[string, (shut: boolean) => void]>([
    ['of a pool that is paused', (paused) => prefect.changeWorkPool('pool', { paused })],
    [
      'of a pool that has no slot',
      (shut) => prefect.changeWorkPool('pool', { concurrencyLimit: shut ? 0 : null }),
    ],
    ['of a queue that is paused', (paused) => prefect.changeWorkQueue(queue(), { paused })],
    [
      'of a queue that has no slot',
      (shut) => prefect.changeWorkQueue(queue(), { concurrencyLimit: shut ? 0 : null }),
    ],
    [
      'of a deployment that has no slot',
      (shut) => prefect.changeDeployment(deployment(), { concurrencyLimit: shut ? 0 : null }),
    ],
  ])('%s', async (_name, shut) => {
    prefect = await startPrefect({ worker, lateAfter: 20 })
    shut(true)
    const { id } = prefect.addFlowRun({ state: 'SCHEDULED', deployment: deployment() })
    await prefect.until(() => names(id).includes('Late'))
    expect(names(id)).toEqual(['Scheduled', 'Late'])
    shut(false)
    await ended(id)
  })

  const queue = () => prefect.addWorkQueue({ workPool: 'pool', name: 'high' }).id
  const deployment = () => {
    queue()
    return prefect.addDeployment({ name: 'daily', flow: 'etl', workPool: 'pool', workQueue: 'high' }).id
  }
})

test('a slot of a pool that becomes free is given to the next run', async () => {
  prefect = await startPrefect({ worker })
  prefect.addWorkPool({ name: 'default-pool', concurrencyLimit: 1 })
  const ids = [1, 2, 3].map(() => prefect.addFlowRun({ state: 'SCHEDULED' }).id)
  for (const id of ids) await ended(id)
  const times = ids.flatMap((id) =>
    prefect
      .states(id)
      .slice(1)
      .map(({ timestamp }) => timestamp),
  )
  expect(times.toSorted()).toEqual(times) // one after the other
  expect(ids.map(names)).toEqual([executed, executed, executed])
})

test('a run whose deployment is at its limit awaits a slot, and gets one later', async () => {
  prefect = await startPrefect({ worker, slotWait: 20 })
  const deployment = prefect.addDeployment({ name: 'daily', flow: 'etl', concurrencyLimit: 1 }).id
  const other = prefect.addFlowRun({ state: 'RUNNING', deployment }).id
  const { id } = prefect.addFlowRun({ state: 'SCHEDULED', deployment })
  await prefect.until(() => names(id).includes('AwaitingConcurrencySlot'))
  expect((await ask(prefect, 'GET', `/deployments/${deployment}`)).body).toMatchObject({
    concurrency_limit: null,
    global_concurrency_limit: { limit: 1, active_slots: 1 },
  })
  prefect.setState(other, 'COMPLETED')
  await ended(id)
})

test('a limit of its deployment keeps no run that is forced', async () => {
  prefect = await startPrefect()
  const deployment = prefect.addDeployment({ name: 'daily', flow: 'etl', concurrencyLimit: 0 }).id
  const { id } = prefect.addFlowRun({ state: 'SCHEDULED', deployment })
  expect(prefect.advance(id)).toBeNull()
  expect(await propose(prefect, id, true, { type: 'PENDING' })).toMatchObject({
    status: 201,
    body: { status: 'ACCEPT' },
  })
})

test('a run whose queue was deleted keeps its name alone, and is never taken', async () => {
  prefect = await startPrefect()
  const queue = prefect.addWorkQueue({ workPool: 'pool', name: 'high' })
  const place = { workPool: 'pool', workQueue: 'high' }
  const deployment = prefect.addDeployment({ name: 'daily', flow: 'etl', ...place }).id
  const { id } = prefect.addFlowRun({ state: 'SCHEDULED', deployment })
  prefect.deleteWorkQueue(queue.id)
  expect(prefect.flowRun(id)).toMatchObject({
    work_queue_id: null,
    work_queue_name: 'high',
    work_pool_name: null,
  })
  expect(await ask(prefect, 'GET', `/work_queues/${queue.id}`)).toMatchObject({ status: 404 })
  expect(prefect.advance(id)).toBeNull()
})

test('the default queue of a pool is not deleted', async () => {
  prefect = await startPrefect()
  const { default_queue_id } = prefect.addWorkPool({ name: 'pool' })
  expect(() => prefect.deleteWorkQueue(default_queue_id)).toThrow('default')
})

test('the runs of a push pool begin without any worker', async () => {
  prefect = await startPrefect({ worker })
  prefect.addWorkPool({ name: 'serverless', type: 'ecs:push' })
  const deployment = prefect.addDeployment({ name: 'daily', flow: 'etl', workPool: 'serverless' }).id
  const { id } = prefect.addFlowRun({ state: 'SCHEDULED', deployment })
  await ended(id)
  expect((await ask(prefect, 'POST', '/work_pools/serverless/workers/filter', {})).body).toEqual([])
})
