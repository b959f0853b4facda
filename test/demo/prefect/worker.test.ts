import { afterEach, expect, test } from 'vitest'
import { type PrefectOptions, type PrefectStandIn, startPrefect } from '../../../src/demo/prefect/index.ts'
import { ask } from './ask.ts'

let prefect: PrefectStandIn
afterEach(() => prefect.close())

const quick = { pending: 1, running: 1, end: 1 }
const start = async (options: PrefectOptions = { worker: { auto: true, delays: quick } }) => {
  prefect = await startPrefect(options)
}
const names = (id: string) => prefect.states(id).map(({ name }) => name)

test('a scheduled run is picked up, run and completed', async () => {
  await start()
  const { id } = prefect.addFlowRun({ state: 'FAILED' })
  prefect.setState(id, 'SCHEDULED')
  await prefect.until(() => names(id).includes('Completed'))
  expect(names(id)).toEqual(['Failed', 'Scheduled', 'Pending', 'Running', 'Completed'])
  expect(prefect.executions(id)).toBe(1)
})

test('executions end as was said, one after the other', async () => {
  await start()
  const { id } = prefect.addFlowRun({
    state: 'FAILED',
    ends: [{ type: 'FAILED', message: 'again' }, 'CRASHED'],
  })
  for (const end of ['again', null]) {
    prefect.setState(id, 'SCHEDULED')
    await prefect.until(() => prefect.flowRun(id).end_time)
    expect(prefect.flowRun(id).state.message).toBe(end)
  }
  expect(prefect.flowRun(id).state_type).toBe('CRASHED')
})

test('a running run that is scheduled anew is executed twice', async () => {
  await start()
  const { id } = prefect.addFlowRun({ state: 'RUNNING' })
  prefect.setState(id, 'SCHEDULED')
  await prefect.until(() => names(id).includes('Completed'))
  expect(prefect.executions(id)).toBe(2)
})

test('a run whose deployment was deleted is cancelled on pick-up', async () => {
  await start()
  const deployment = prefect.addDeployment({ name: 'gone', flow: 'etl' }).id
  const { id } = prefect.addFlowRun({ state: 'CRASHED', deployment })
  prefect.deleteDeployment(deployment)
  prefect.setState(id, 'SCHEDULED')
  await prefect.until(() => names(id).includes('Cancelled'))
  expect(prefect.flowRun(id).state.message).toBe(`Deployment ${deployment} no longer exists, cancelled run.`)
})

test('a run waits while its work pool is paused', async () => {
  await start({ worker: { auto: true, delays: quick }, lateAfter: 20 })
  prefect.addWorkPool({ name: 'default-pool', paused: true })
  const { id } = prefect.addFlowRun({ state: 'SCHEDULED' })
  await prefect.until(() => names(id).includes('Late'))
  expect(names(id)).toEqual(['Scheduled', 'Late'])
  prefect.changeWorkPool('default-pool', { paused: false })
  await prefect.until(() => names(id).includes('Completed'))
})

test('a run waits while no worker of its pool is online', async () => {
  await start({ worker: { auto: true, delays: quick }, lateAfter: 20 })
  prefect.addWorkPool({ name: 'default-pool', workers: ['OFFLINE'] })
  const { id } = prefect.addFlowRun({ state: 'SCHEDULED' })
  await prefect.until(() => names(id).includes('Late'))
  prefect.changeWorkPool('default-pool', { workers: ['ONLINE'] })
  await prefect.until(() => names(id).includes('Completed'))
})

test('a run waits while nobody serves its flow', async () => {
  await start({ worker: { auto: true, delays: quick }, lateAfter: 20 })
  const { id, status } = prefect.addDeployment({ name: 'a', flow: 'etl', workPool: null, served: false })
  expect(status).toBe('NOT_READY')
  const run = prefect.addFlowRun({ state: 'SCHEDULED', deployment: id })
  await prefect.until(() => names(run.id).includes('Late'))
  prefect.changeDeployment(id, { served: true })
  await prefect.until(() => names(run.id).includes('Completed'))
})

test('only runs named Scheduled are ever called Late', async () => {
  await start({ lateAfter: 1 })
  const silent = prefect.addFlowRun({ state: { type: 'SCHEDULED', name: 'AwaitingRetry' } }).id
  const { id } = prefect.addFlowRun({ state: 'SCHEDULED' })
  await prefect.until(() => names(id).includes('Late'))
  expect(names(silent)).toEqual(['AwaitingRetry'])
})

test('by hand, a run goes one step on at a time', async () => {
  await start({})
  const { id } = prefect.addFlowRun({ state: 'SCHEDULED', ends: ['FAILED'] })
  expect([1, 2, 3, 4].map(() => prefect.advance(id)?.name ?? null)).toEqual([
    'Pending',
    'Running',
    'Failed',
    null,
  ])
})

test.each([
  ['was forced and retries in its process', { retryType: 'in_process' }],
  ['has no deployment', { deployment: null }],
  ['is to start tomorrow', { later: true }],
] as const)('no worker gets a run that %s', async (_name, input) => {
  await start({})
  const { later, ...rest } = { later: false, ...input }
  const { id } = prefect.addFlowRun({ state: 'CRASHED', ...rest })
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  prefect.setState(id, {
    type: 'SCHEDULED',
    ...(later ? { state_details: { scheduled_time: tomorrow } } : {}),
  })
  expect(prefect.advance(id)).toBeNull()
  expect(prefect.executions(id)).toBe(0)
})

test('a flow that serves itself runs even what retries in its process', async () => {
  await start({})
  const deployment = prefect.addDeployment({ name: 'served', flow: 'etl', workPool: null }).id
  const { id } = prefect.addFlowRun({ state: 'CRASHED', deployment, retryType: 'in_process' })
  prefect.setState(id, 'SCHEDULED')
  expect(prefect.advance(id)?.name).toBe('Pending')
})

test('pools say whether anybody works for them', async () => {
  await start({})
  prefect.addDeployment({ name: 'daily', flow: 'etl', workPool: 'pool' })
  expect(await ask(prefect, 'POST', '/work_pools/pool/workers/filter', {})).toEqual({ status: 200, body: [] })
  prefect.changeWorkPool('pool', { workers: ['OFFLINE', 'ONLINE'], paused: true })
  const { body } = await ask(prefect, 'POST', '/work_pools/pool/workers/filter', {})
  expect(body).toMatchObject([{ status: 'OFFLINE' }, { status: 'ONLINE' }])
  expect((await ask(prefect, 'GET', '/work_pools/pool')).body).toMatchObject({
    is_paused: true,
    status: 'PAUSED',
  })
  expect(await ask(prefect, 'POST', '/work_pools/none/workers/filter', {})).toMatchObject({ status: 404 })
})
