import { pino } from 'pino'
import { expect, test } from 'vitest'
import { PrefectAmbiguousAnswerError, type PrefectClient } from '../../src/prefect/index.ts'
import { actOnRun } from '../../src/resume/act-on-run.ts'
import type { PlannedRun, ResumeServices } from '../../src/resume/index.ts'
import { proofMessage } from '../../src/resume/proof.ts'
import { aMerge } from '../fixtures/a-merge.ts'
import { aPrefectClient } from '../fixtures/a-prefect-client.ts'
import { aFlow, aFlowRun, aState } from '../fixtures/prefect-facts.ts'

const merge = aMerge()
const planned: PlannedRun = {
  id: aFlowRun().id,
  url: 'http://prefect.test',
  account: null,
  workspace: null,
  why: null,
}
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
    rules: { states: new Set(['FAILED', 'CRASHED']), within: 86_400_000, deployments: null },
    dryRun: false,
    followFor: 86_400_000,
    workspaces: { of: () => workspace, byName: () => workspace },
    store: { remember: async () => {}, followed: async () => [] },
    serves: async () => true,
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
  const report = await actOnRun(planned, merge, null, services)
  expect(report).toMatchObject({
    name: 'lyrical-pudu',
    outcome: { kind: 'resumed' },
    was: { type: 'FAILED' },
    now: { type: 'SCHEDULED' },
  })
  expect(sent).toEqual([proofMessage(merge)])
})

test('what may still have its effect is not sent again for a minute, but looked for', async () => {
  const { clock, services } = aWorld({ setFlowRunState: () => Promise.reject(inDoubt(true)) })
  const first = await actOnRun(planned, merge, null, services)
  expect(first.outcome).toMatchObject({ kind: 'trying', obstacle: { because: 'unreachable', sentAt: start } })

  const patient = aWorld()
  patient.clock.now = clock.now + 59_000
  const second = await actOnRun(planned, merge, start, patient.services)
  expect(second.outcome).toMatchObject({ kind: 'trying', obstacle: { sentAt: start } })
  expect(patient.sent).toEqual([])

  patient.clock.now = start + 60_000
  expect(await actOnRun(planned, merge, start, patient.services)).toMatchObject({
    outcome: { kind: 'resumed' },
  })
  expect(patient.sent).toHaveLength(1)
})

test('what had its effect meanwhile is found by its proof, and not sent again', async () => {
  const set = aState({ type: 'SCHEDULED', name: 'Scheduled', message: proofMessage(merge) })
  const { sent, services } = aWorld({
    readFlowRun: async () => aFlowRun({ stateType: 'SCHEDULED', state: set }),
    readFlowRunStates: async () => [aState(), set],
  })
  const report = await actOnRun(planned, merge, start, services)
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
  const report = await actOnRun(planned, merge, null, services)
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
  const report = await actOnRun(planned, merge, null, services)
  expect(report.outcome).toEqual({ kind: 'left-alone', why: { reason: 'not-failed' } })
  expect(reads).toEqual([undefined, { retries: 0, timeout: 5000 }])
  expect(sent).toEqual([])
})

test('a dry run decides, and sends nothing', async () => {
  const { sent, services } = aWorld({}, { dryRun: true })
  expect((await actOnRun(planned, merge, null, services)).outcome).toEqual({ kind: 'would-resume' })
  expect(sent).toEqual([])
})

test('a defect of ours is no trouble of Prefect: it is thrown', async () => {
  const { services } = aWorld({ readFlowRun: () => Promise.reject(new TypeError('ours')) })
  await expect(actOnRun(planned, merge, null, services)).rejects.toThrow('ours')
})
