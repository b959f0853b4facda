import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PrefectStandIn, startPrefect } from '../../../src/demo/prefect/index.ts'
import { createPrefectClient, type PrefectClient } from '../../../src/prefect/index.ts'

let prefect: PrefectStandIn
let client: PrefectClient
beforeEach(async () => {
  prefect = await startPrefect()
  client = createPrefectClient({ apiUrl: prefect.apiUrl, credentials: { kind: 'none' } })
})
afterEach(() => prefect.close())

test('what was said of a pool, its queue and its workers is what our client reads', async () => {
  const name = 'night shift: 100 % ecs'
  prefect.addWorkPool({ name, type: 'ecs:push', paused: true, workers: ['OFFLINE'] })
  const queue = prefect.addWorkQueue({ workPool: name, name: 'high', concurrencyLimit: 0 })
  const limit = { concurrencyLimit: null }
  expect(await client.readWorkPool(name)).toEqual({
    name,
    type: 'ecs:push',
    isPaused: true,
    status: 'PAUSED',
    ...limit,
  })
  expect(await client.readWorkers(name)).toEqual([{ name: `${name}-worker-1`, status: 'OFFLINE' }])
  expect(await client.readWorkQueue(queue.id)).toMatchObject({
    name: 'high',
    isPaused: false,
    concurrencyLimit: 0,
  })
})

test('what a deploy changed is what our client reads', async () => {
  const { id } = prefect.addDeployment({ name: 'daily', flow: 'etl', updated: '2026-11-20T10:00:00Z' })
  expect(await client.readDeployment(id)).toMatchObject({ updated: '2026-11-20T10:00:00Z', image: null })
  const inputs = { repository: 'https://github.com/acme/etl.git', branch: 'main' }
  prefect.changeDeployment(id, {
    updated: '2026-11-21T12:00:00Z',
    jobVariables: { image: 'ghcr.io/acme/etl:43' },
    pullSteps: [{ 'prefect.deployments.steps.git_clone': inputs }],
    concurrencyLimit: 2,
  })
  expect(await client.readDeployment(id)).toMatchObject({
    updated: '2026-11-21T12:00:00Z',
    image: 'ghcr.io/acme/etl:43',
    pullSteps: [{ step: 'prefect.deployments.steps.git_clone', inputs }],
    concurrencyLimit: 2,
  })
})

test('a subflow run with a deployment of its own leads to its parent', async () => {
  const parent = prefect.addFlowRun({ state: 'FAILED' })
  const task = prefect.addTaskRun({ flowRun: parent.id })
  const deployment = prefect.addDeployment({ name: 'child', flow: 'load' }).id
  const { id } = prefect.addFlowRun({ state: 'FAILED', parentTaskRun: task.id, deployment })

  const child = await client.readFlowRun(id)
  expect(child).toMatchObject({ parentTaskRunId: task.id, deploymentId: deployment })
  expect(await client.readTaskRun(child?.parentTaskRunId ?? '')).toEqual({
    id: task.id,
    flowRunId: parent.id,
  })
})

test('only a completed run that began after the failed one is a later one, the newest first', async () => {
  const deployment = prefect.addDeployment({ name: 'daily', flow: 'etl' }).id
  const add = (hour: string, state: 'FAILED' | 'COMPLETED', totalRunTime = 0) =>
    prefect.addFlowRun({ state, deployment, startTime: `2026-11-21T${hour}:00:00Z`, totalRunTime }).id
  const [, failed = ''] = [add('08', 'COMPLETED'), add('09', 'FAILED')]
  const after = (await client.readFlowRun(failed))?.startTime ?? ''
  const later = () => client.findLaterCompletedRun(deployment, after, failed)

  add('12', 'FAILED')
  expect(await later()).toBeNull()
  const [newest] = [add('11', 'COMPLETED', 61.5), add('10', 'COMPLETED')]
  expect(await later()).toMatchObject({ id: newest, totalRunTime: 61.5 })
})

test('completed tasks of the newest execution are counted by whether their result was kept', async () => {
  const { id: flowRun } = prefect.addFlowRun({ state: 'FAILED', runCount: 2 })
  const subflow = prefect.addTaskRun({ flowRun })
  prefect.addFlowRun({ state: 'COMPLETED', parentTaskRun: subflow.id })
  for (const execution of [1, 2, 2]) {
    prefect.addTaskRun({ flowRun, task: 'extract', state: 'COMPLETED', persistedResult: true, execution })
  }
  prefect.addTaskRun({ flowRun, task: 'charge', state: 'COMPLETED' })
  prefect.addTaskRun({ flowRun, task: 'report', state: 'FAILED' })
  expect(await client.countCompletedTaskRuns(flowRun)).toEqual({ completed: 3, unpersisted: 1, more: false })
})
