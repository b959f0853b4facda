import { pino } from 'pino'
import { expect, test } from 'vitest'
import {
  type FlowRunState,
  PrefectAmbiguousAnswerError,
  type PrefectClient,
  PrefectForbiddenError,
} from '../../src/prefect/index.ts'
import { actOnRun } from '../../src/resume/act-on-run.ts'
import { defaultRepositorySettings, type PlannedRun, type ResumeServices } from '../../src/resume/index.ts'
import { proofMessage } from '../../src/resume/proof.ts'
import { aRequest } from '../fixtures/a-merge.ts'
import { aPrefectClient } from '../fixtures/a-prefect-client.ts'
import { aReportStore } from '../fixtures/a-report-store.ts'
import { aFlow, aFlowRun, aState } from '../fixtures/prefect-facts.ts'

const request = aRequest()
const planned: PlannedRun = {
  id: aFlowRun().id,
  url: 'http://prefect.test',
  account: null,
  workspace: null,
  why: null,
}
const rules = { states: new Set(['FAILED', 'CRASHED']), within: 86_400_000, deployments: null }
const wishes = { rules, settings: defaultRepositorySettings, named: new Set([planned.id]) }
const work = (sentAt: number | null = null) => ({ planned, request, wishes, sentAt })
const start = Date.parse('2026-11-21T10:00:05Z')

/** A world whose time passes only when something takes time. */
function aWorld(overrides: Partial<PrefectClient> = {}, settings: Partial<ResumeServices> = {}) {
  const clock = { now: start }
  const sent: string[] = []
  const client = aPrefectClient(overrides)
  const counted: PrefectClient = {
    ...client,
    async setFlowRunState(id, request) {
      sent.push(request.message)
      return await client.setFlowRunState(id, request)
    },
  }
  const workspace = { name: 'default', client: counted }
  const services: ResumeServices = {
    rules,
    dryRun: false,
    followFor: 86_400_000,
    workspaces: { of: () => workspace, byName: () => workspace },
    store: aReportStore(),
    whyNotServed: async () => null,
    readSettings: async () => ({ kind: 'absent' }),
    tell: () => {},
    now: () => clock.now,
    async wait(duration) {
      clock.now += duration
    },
    log: pino({ level: 'silent' }),
    ...settings,
  }
  return { clock, sent, services }
}

const inDoubt = (mayStillHappen: boolean) =>
  new PrefectAmbiguousAnswerError('prefect.test', 'POST /flow_runs/{id}/set_state', {
    status: 504,
    reason: 'no word',
    mayStillHappen,
  })

test('a failed run is set once, and reported as it was and is', async () => {
  const { sent, services } = aWorld()
  const report = await actOnRun(work(), services)
  expect(report).toMatchObject({
    name: 'lyrical-pudu',
    outcome: { kind: 'resumed' },
    was: { type: 'FAILED' },
    now: { type: 'SCHEDULED' },
  })
  expect(sent).toEqual([proofMessage(request)])
})

test('what may still have its effect is not sent again for a minute, but looked for', async () => {
  const { clock, services } = aWorld({ setFlowRunState: () => Promise.reject(inDoubt(true)) })
  const first = await actOnRun(work(), services)
  expect(first.outcome).toMatchObject({ kind: 'trying', obstacle: { because: 'unreachable', sentAt: start } })

  const patient = aWorld()
  patient.clock.now = clock.now + 59_000
  const second = await actOnRun(work(start), patient.services)
  expect(second.outcome).toMatchObject({ kind: 'trying', obstacle: { sentAt: start } })
  expect(patient.sent).toEqual([])

  patient.clock.now = start + 60_000
  expect(await actOnRun(work(start), patient.services)).toMatchObject({
    outcome: { kind: 'resumed' },
  })
  expect(patient.sent).toHaveLength(1)
})

test('what had its effect meanwhile is found by its proof, and not sent again', async () => {
  const set = aState({ type: 'SCHEDULED', name: 'Scheduled', message: proofMessage(request) })
  const { sent, services } = aWorld({
    readFlowRun: async () => aFlowRun({ stateType: 'SCHEDULED', state: set }),
    readFlowRunStates: async () => [aState(), set],
  })
  const report = await actOnRun(work(start), services)
  expect(report).toMatchObject({
    outcome: { kind: 'resumed' },
    was: { type: 'FAILED' },
    now: { type: 'SCHEDULED' },
  })
  expect(sent).toEqual([])
})

test('what Prefect could not do just now is tried again at once, a few times', async () => {
  let asked = 0
  const { services } = aWorld({
    setFlowRunState() {
      asked += 1
      return Promise.reject(inDoubt(false))
    },
  })
  const report = await actOnRun(work(), services)
  expect(report.outcome).toMatchObject({ kind: 'trying', obstacle: { sentAt: null } })
  expect(asked).toBe(4)
})

test('a run that was retried while Prefect was slow to answer is left alone', async () => {
  const reads: unknown[] = []
  const { clock, sent, services } = aWorld({
    async readFlowRun(_, options) {
      reads.push(options)
      return reads.length === 1 ? aFlowRun() : aFlowRun({ stateType: 'RUNNING' })
    },
    async readFlow() {
      clock.now += 20_000
      return aFlow()
    },
  })
  const report = await actOnRun(work(), services)
  expect(report.outcome).toEqual({ kind: 'left-alone', why: { reason: 'not-failed' } })
  expect(reads).toEqual([undefined, { retries: 0, timeout: 5000 }])
  expect(sent).toEqual([])
})

test('a dry run decides, and sends nothing', async () => {
  const { sent, services } = aWorld({}, { dryRun: true })
  expect((await actOnRun(work(), services)).outcome).toEqual({ kind: 'would-resume' })
  expect(sent).toEqual([])
})

test('a defect of ours is no trouble of Prefect: it is thrown', async () => {
  const { services } = aWorld({ readFlowRun: () => Promise.reject(new TypeError('ours')) })
  await expect(actOnRun(work(), services)).rejects.toThrow('ours')
})

/** A Prefect that answers the setting, and in which these states stand from then on. */
function aPrefectAfter(
  states: FlowRunState[],
  overrides: Partial<PrefectClient> = {},
): Partial<PrefectClient> {
  let isSet = false
  return {
    readFlowRunStates: async () => (isSet ? states : [failedAt]),
    async setFlowRunState(_, { message }) {
      isSet = true
      return { status: 'ACCEPT', reason: null, state: aState({ type: 'SCHEDULED', message }) }
    },
    ...overrides,
  }
}

const failedAt = aState({ timestamp: '2026-11-21T09:00:00Z' })
const setByUs = aState({
  type: 'SCHEDULED',
  timestamp: '2026-11-21T10:00:05Z',
  message: proofMessage(request),
})

test('who was quicker between the look and the setting is found in the states afterwards', async () => {
  const quicker = aState({ type: 'PENDING', name: 'Pending', timestamp: '2026-11-21T10:00:04Z' })
  const { services } = aWorld(aPrefectAfter([failedAt, quicker, setByUs]))
  const report = await actOnRun(work(), services)
  expect(report.outcome).toMatchObject({ kind: 'resumed', race: { type: 'PENDING' } })
})

test('where nobody was quicker there is no race, and the run is followed from its new state on', async () => {
  const running = aState({ type: 'RUNNING', timestamp: '2026-11-21T10:00:06Z' })
  const { services } = aWorld(aPrefectAfter([failedAt, setByUs, running]))
  expect(await actOnRun(work(), services)).toMatchObject({
    outcome: { kind: 'resumed', race: null },
    was: { type: 'FAILED' },
    now: { type: 'RUNNING' },
    history: [{ type: 'SCHEDULED' }, { type: 'RUNNING' }],
    following: true,
  })
})

test('a run that had ended by the time that it is read is not followed', async () => {
  const completed = aState({ type: 'COMPLETED', timestamp: '2026-11-21T10:00:06Z' })
  const { services } = aWorld(aPrefectAfter([failedAt, setByUs, completed]))
  expect(await actOnRun(work(), services)).toMatchObject({ now: { type: 'COMPLETED' }, following: false })
})

test('what is only told cannot keep a run from being resumed', async () => {
  const forbidden = () => Promise.reject(new PrefectForbiddenError('prefect.test', 'GET /work_pools', null))
  const { sent, services } = aWorld(
    aPrefectAfter([failedAt, setByUs], {
      readWorkPool: forbidden,
      readWorkers: forbidden,
      readWorkQueue: forbidden,
      findLaterCompletedRun: forbidden,
      countCompletedTaskRuns: forbidden,
    }),
  )
  const report = await actOnRun(work(), services)
  expect(sent).toHaveLength(1)
  expect(report).toMatchObject({
    outcome: { kind: 'resumed' },
    outlook: { warnings: [], laterRun: null, tasksAgain: null },
  })
})

test('a part of another run leads to the page of that one', async () => {
  const parentId = 'aaaaaaaa-084e-4766-af0e-830a9795b197'
  const { sent, services } = aWorld({
    readFlowRun: async (id) =>
      id === parentId
        ? aFlowRun({ id, name: 'nightly' })
        : aFlowRun({ deploymentId: null, parentTaskRunId: 'task' }),
    readTaskRun: async () => ({ id: 'task', flowRunId: parentId }),
  })
  const page = { ...planned, url: `http://prefect.test/runs/flow-run/${planned.id.toUpperCase()}` }
  const report = await actOnRun({ ...work(), planned: page }, services)
  expect(report.outcome).toEqual({
    kind: 'left-alone',
    why: {
      reason: 'subflow',
      parent: { id: parentId, name: 'nightly', url: `http://prefect.test/runs/flow-run/${parentId}` },
      named: false,
    },
  })
  expect(sent).toEqual([])
})
