import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type PrefectStandIn, startPrefect } from '../../../src/demo/prefect/index.ts'

const recordingSchema = z.object({
  request: z.object({ method: z.string(), path: z.string(), body: z.unknown().optional() }),
  response: z.object({ status: z.number(), body: z.unknown() }),
})

/** Puts the stand-in into the situation of the recording; gives the ids that take the place of the recorded ones. */
type Arrange = (prefect: PrefectStandIn) => readonly string[]

const nobody: Arrange = () => []
const failed: Arrange = (prefect) => [prefect.addFlowRun({ state: { type: 'FAILED', message: 'boom' } }).id]
const running: Arrange = (prefect) => [prefect.addFlowRun({ state: 'RUNNING' }).id]
const alone: Arrange = (prefect) => [prefect.addFlowRun({ state: 'FAILED', deployment: null }).id]
const inProcess: Arrange = (prefect) => {
  const state = { type: 'FAILED', message: 'boom' } as const
  return [prefect.addFlowRun({ state, retryType: 'in_process' }).id]
}
const scheduled: Arrange = (prefect) => {
  const ids = failed(prefect)
  for (const id of ids) prefect.setState(id, { type: 'SCHEDULED', message: 'Resumed by merge' })
  return ids
}
const orphaned: Arrange = (prefect) => {
  const deployment = prefect.addDeployment({ name: 'gone', flow: 'etl' }).id
  const { id } = prefect.addFlowRun({ state: 'CRASHED', deployment })
  prefect.deleteDeployment(deployment)
  return [id]
}
const subflow: Arrange = (prefect) => {
  const parent = prefect.addFlowRun({ state: 'FAILED' })
  const task = prefect.addTaskRun({ flowRun: parent.id })
  return [prefect.addFlowRun({ state: 'FAILED', parentTaskRun: task.id }).id]
}
const parentTask: Arrange = (prefect) => {
  const [id = ''] = subflow(prefect)
  return [prefect.flowRun(id).parent_task_run_id ?? '']
}
/** Lists are sorted by id, so these are the recorded ones. */
const listed: Arrange = (prefect) => {
  const resumed = { type: 'SCHEDULED', message: 'twice' } as const
  prefect.addFlowRun({ id: 'e1ded7c6-084e-4766-af0e-830a9795b197', state: 'FAILED' })
  prefect.setState('e1ded7c6-084e-4766-af0e-830a9795b197', resumed)
  prefect.addFlowRun({ id: '6b171931-0a95-4b19-a15a-52814b2ef8fe', state: 'FAILED', deployment: null })
  prefect.setState('6b171931-0a95-4b19-a15a-52814b2ef8fe', 'SCHEDULED')
  return []
}
const deployed: Arrange = (prefect) => {
  prefect.addWorkPool({ name: 'pool6250', workers: ['ONLINE'] })
  return [prefect.addDeployment({ name: 'daily', flow: 'etl', workPool: 'pool6250' }).id]
}
const polled: Arrange = (prefect) => [
  prefect.addWorkPool({ name: 'pool6250', workers: ['ONLINE'] }).default_queue_id,
]
const fromGit = (prefect: PrefectStandIn, concurrencyLimit: number) =>
  prefect.addDeployment({
    name: 'from-git',
    flow: 'orders',
    workPool: 'second',
    version: '1.4.2',
    path: null,
    jobVariables: { image: 'ghcr.io/acme/orders:1.4.2', env: { STAGE: 'production' } },
    pullSteps: [
      {
        'prefect.deployments.steps.git_clone': {
          id: 'clone',
          repository: 'https://github.com/acme/etl.git',
          branch: 'main',
          access_token: '{{ prefect.blocks.secret.github-token }}',
          include_submodules: true,
        },
      },
      {
        'prefect.deployments.steps.pip_install_requirements': {
          directory: '{{ clone.directory }}',
          requirements_file: 'requirements.txt',
          stream_output: false,
        },
      },
    ],
    concurrencyLimit,
  }).id
const scheduledFromGit = (prefect: PrefectStandIn, concurrencyLimit: number) =>
  prefect.addFlowRun({ state: 'SCHEDULED', deployment: fromGit(prefect, concurrencyLimit) }).id
const limitReached: Arrange = (prefect) => {
  const id = scheduledFromGit(prefect, 1)
  const deployment = fromGit(prefect, 1)
  prefect.addFlowRun({ state: 'PENDING', deployment })
  return [id]
}
const awaitingSlot: Arrange = (prefect) => {
  const ids = limitReached(prefect)
  for (const id of ids) prefect.advance(id)
  return ids
}
const closed = { name: 'closed', paused: true, concurrencyLimit: 0 }
const inDeletedQueue = (prefect: PrefectStandIn) => {
  const queue = prefect.addWorkQueue({ workPool: 'second', name: 'gone' })
  const place = { workPool: 'second', workQueue: 'gone' }
  const deployment = prefect.addDeployment({ name: 'in-gone-queue', flow: 'orders', ...place }).id
  const run = prefect.addFlowRun({ state: { type: 'FAILED', message: 'boom' }, deployment }).id
  prefect.deleteWorkQueue(queue.id)
  return { deployment, run }
}
const subflowWithDeployment: Arrange = (prefect) => {
  const parent = prefect.addFlowRun({ state: 'FAILED' })
  const task = prefect.addTaskRun({ flowRun: parent.id })
  const deployment = prefect.addDeployment({ name: 'nightly', flow: 'orders', workPool: 'orders-pool' }).id
  return [prefect.addFlowRun({ state: 'FAILED', parentTaskRun: task.id, deployment }).id]
}
const parentTaskOfDeployment: Arrange = (prefect) => {
  const [id = ''] = subflowWithDeployment(prefect)
  return [prefect.flowRun(id).parent_task_run_id ?? '']
}
const completedLater: Arrange = (prefect) => {
  const deployment = prefect.addDeployment({ name: 'nightly', flow: 'orders' }).id
  const failedRun = prefect.addFlowRun({ state: 'FAILED', deployment, startTime: '2026-11-21T15:40:00Z' })
  prefect.addFlowRun({ state: 'COMPLETED', deployment, startTime: '2026-11-21T14:00:00Z' })
  prefect.addFlowRun({ state: 'COMPLETED', deployment, startTime: '2026-11-21T16:00:00Z' })
  prefect.addFlowRun({ state: 'COMPLETED', startTime: '2026-11-21T16:00:00Z' })
  return [failedRun.id, deployment]
}
const twiceExecuted: Arrange = (prefect) => {
  const { id } = prefect.addFlowRun({ state: 'FAILED', runCount: 2 })
  const task = prefect.addTaskRun({ flowRun: id })
  prefect.addFlowRun({ state: 'COMPLETED', parentTaskRun: task.id })
  for (const execution of [1, 2]) {
    const done = { flowRun: id, state: { type: 'COMPLETED', message: '' }, execution } as const
    prefect.addTaskRun({ ...done, task: 'extract', persistedResult: true })
    prefect.addTaskRun({ ...done, task: 'load' })
  }
  prefect.addTaskRun({ flowRun: id, task: 'report' })
  return [id]
}

const cases: Record<string, Arrange> = {
  'admin-version': nobody,
  'csrf-token-disabled': nobody,
  'deployment-not-found': nobody,
  'deployment-from-git': (prefect) => [fromGit(prefect, 1)],
  'deployment-limit-0': (prefect) => [fromGit(prefect, 0)],
  'deployment-queue-deleted': (prefect) => [inDeletedQueue(prefect).deployment],
  deployment: deployed,
  'events-accepted': nobody,
  'events-bool-label-422': nobody,
  'events-no-id-422': nobody,
  'events-no-resource-id-422': nobody,
  'events-single-object-422': nobody,
  'filter-completed-task-runs': twiceExecuted,
  'filter-later-completed': completedLater,
  'filter-limit-201-422': nobody,
  filter: listed,
  'flow-run-awaiting-concurrency-slot': awaitingSlot,
  'flow-run-bad-id': nobody,
  'flow-run-deployment-deleted': orphaned,
  'flow-run-failed': failed,
  'flow-run-in-process': inProcess,
  'flow-run-no-deployment': alone,
  'flow-run-not-found': nobody,
  'flow-run-queue-deleted': (prefect) => [inDeletedQueue(prefect).run],
  'flow-run-scheduled': scheduled,
  'flow-run-states': scheduled,
  'flow-run-subflow-with-deployment': subflowWithDeployment,
  'flow-run-subflow': subflow,
  'flow-run-upper-case-id': (prefect) => failed(prefect).map((id) => id.toUpperCase()),
  flow: (prefect) => [prefect.addFlow('etl').id],
  'parent-task-run-of-deployment': parentTaskOfDeployment,
  'parent-task-run': parentTask,
  'set-state-accept': failed,
  'set-state-again-accept': scheduled,
  'set-state-in-process-force': inProcess,
  'set-state-in-process-no-force': inProcess,
  'set-state-no-deployment-force': alone,
  'set-state-no-deployment-no-force-abort': alone,
  'set-state-not-found': nobody,
  'set-state-pending-limit-0-abort': (prefect) => [scheduledFromGit(prefect, 0)],
  'set-state-pending-limit-reached-reject': limitReached,
  'set-state-running-force-accept': running,
  'set-state-running-no-force': running,
  'set-state-unknown-key-422': failed,
  'task-run-not-found': nobody,
  version: nobody,
  'work-pool-not-found': nobody,
  'work-pool-paused': (prefect) => [prefect.addWorkPool(closed).id],
  'work-pool-push': (prefect) => [prefect.addWorkPool({ name: 'night shift: ecs', type: 'ecs:push' }).id],
  'work-pool-workers-not-found': nobody,
  'work-pool-workers-offline': (prefect) => [prefect.addWorkPool({ name: 'pool', workers: ['OFFLINE'] }).id],
  'work-pool-workers-online': (prefect) => [
    prefect.addWorkPool({ name: 'orders-pool', workers: ['ONLINE'] }).id,
  ],
  'work-pool-workers': (prefect) => [prefect.addWorkPool({ name: 'pool6250' }).id],
  'work-pool': (prefect) => [prefect.addWorkPool({ name: 'pool6250' }).id],
  'work-queue-not-found': nobody,
  'work-queue-paused': (prefect) => [
    prefect.addWorkQueue({ workPool: 'closed', name: 'high', paused: true, concurrencyLimit: 0 }).id,
  ],
  'work-queue-status': polled,
  'work-queue': (prefect) => [prefect.addWorkPool(closed).default_queue_id],
}

let prefect: PrefectStandIn
beforeEach(async () => {
  prefect = await startPrefect()
})
afterEach(() => prefect.close())

test.each(Object.entries(cases))('%s is answered as a real server answered it', async (name, arrange) => {
  const { request, response } = read(name)
  const ids = [...arrange(prefect)]
  const asked = withIds(JSON.stringify(request), ids)
  const { method, path, body } = recordingSchema.shape.request.parse(JSON.parse(asked))

  const answer = await fetch(`${prefect.apiUrl}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

  expect(answer.status).toBe(response.status)
  const text = await answer.text()
  expect(shape(text === '' ? '' : JSON.parse(text))).toEqual(shape(response.body))
  if (response.status >= 400)
    expect(JSON.parse(text)).toEqual(JSON.parse(withIds(JSON.stringify(response.body), ids)))
})

function read(name: string): z.infer<typeof recordingSchema> {
  const file = new URL(`../../fixtures/prefect-api/${name}.json`, import.meta.url)
  return recordingSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Puts our ids where the recorded ones stand: in a path, or in a list of ids. */
function withIds(text: string, ids: readonly string[]): string {
  const recorded = new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi))
  return [...recorded].reduce((changed, id, index) => changed.replaceAll(id, ids[index] ?? id), text)
}

/** A document with its values as what they are rather than which; what may be missing in other situations counts as null. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape)
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
}
