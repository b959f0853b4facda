import { afterEach, beforeEach, expect, test } from 'vitest'
import { type NewFlowRun, type PrefectStandIn, startPrefect } from '../../../src/demo/prefect/index.ts'
import { ask, propose } from './ask.ts'

let prefect: PrefectStandIn
beforeEach(async () => {
  prefect = await startPrefect()
})
afterEach(() => prefect.close())

const noDeployment = 'Cannot reschedule a run without an associated deployment.'
const cancelling = 'Cannot transition flows that are cancelling to a state other than Cancelled.'

test.each<[string, NewFlowRun, boolean, number, string, string | undefined]>([
  ['FAILED', { state: 'FAILED' }, true, 201, 'ACCEPT', undefined],
  ['FAILED', { state: 'FAILED' }, false, 201, 'ACCEPT', undefined],
  ['CRASHED', { state: 'CRASHED' }, false, 201, 'ACCEPT', undefined],
  ['CANCELLED', { state: 'CANCELLED' }, false, 201, 'ACCEPT', undefined],
  ['COMPLETED', { state: 'COMPLETED' }, false, 201, 'ACCEPT', undefined],
  [
    'COMPLETED, result kept',
    { state: 'COMPLETED', persistedResult: true },
    false,
    200,
    'REJECT',
    'Run is already COMPLETED.',
  ],
  ['COMPLETED, result kept', { state: 'COMPLETED', persistedResult: true }, true, 201, 'ACCEPT', undefined],
  ['RUNNING', { state: 'RUNNING' }, true, 201, 'ACCEPT', undefined],
  ['RUNNING', { state: 'RUNNING' }, false, 201, 'ACCEPT', undefined],
  ['PENDING', { state: 'PENDING' }, false, 201, 'ACCEPT', undefined],
  ['SCHEDULED', { state: 'SCHEDULED' }, true, 201, 'ACCEPT', undefined],
  ['CANCELLING', { state: 'CANCELLING' }, false, 200, 'REJECT', cancelling],
  ['CANCELLING', { state: 'CANCELLING' }, true, 201, 'ACCEPT', undefined],
  ['FAILED, no deployment', { state: 'FAILED', deployment: null }, false, 200, 'ABORT', noDeployment],
  ['FAILED, no deployment', { state: 'FAILED', deployment: null }, true, 201, 'ACCEPT', undefined],
])(
  'a run that is %s is scheduled as Prefect would (%o, force %s → %i %s)',
  async (_name, input, force, status, verdict, reason) => {
    const { id } = prefect.addFlowRun(input)
    const before = prefect.flowRun(id).state
    const answer = await propose(prefect, id, force)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ status: verdict })
    const { state } = prefect.flowRun(id)
    if (verdict === 'ACCEPT') {
      expect(state).toMatchObject({ type: 'SCHEDULED', name: 'Scheduled' })
    } else {
      expect(answer.body).toMatchObject({ details: { reason }, state: before })
      expect(state).toEqual(before)
    }
  },
)

test('leaving a terminal state takes the end away, and leaves start and count alone', async () => {
  const { id } = prefect.addFlowRun({ state: 'FAILED', runCount: 3 })
  const before = prefect.flowRun(id)
  await propose(prefect, id, true)
  const after = prefect.flowRun(id)
  expect(after).toMatchObject({ end_time: null, run_count: 3, start_time: before.start_time })
  expect(after.next_scheduled_start_time).toBe(after.state.state_details.scheduled_time)
})

test('only running counts as a run', async () => {
  const { id } = prefect.addFlowRun({ state: 'FAILED' })
  for (const type of ['SCHEDULED', 'PENDING', 'RUNNING', 'COMPLETED'])
    await propose(prefect, id, true, { type })
  expect(prefect.flowRun(id)).toMatchObject({ run_count: 2, state_type: 'COMPLETED' })
  expect(prefect.executions(id)).toBe(1)
})

test.each([
  [false, 'reschedule'],
  [true, 'in_process'],
])(
  'with force %s a run that retries in its process becomes one that retries by %s',
  async (force, retryType) => {
    const { id } = prefect.addFlowRun({ state: 'CRASHED', retryType: 'in_process' })
    await propose(prefect, id, force)
    expect(prefect.flowRun(id).empirical_policy.retry_type).toBe(retryType)
  },
)

test('the same transition is made once, unless it is forced', async () => {
  const { id } = prefect.addFlowRun({ state: 'FAILED' })
  const state = {
    type: 'SCHEDULED',
    state_details: { transition_id: '9b5a4d5c-0000-4000-8000-000000000001' },
  }
  const answers = [await propose(prefect, id, false, state), await propose(prefect, id, false, state)]
  expect(answers.map(({ status }) => status)).toEqual([201, 200])
  expect(answers[1]?.body).toMatchObject({
    status: 'REJECT',
    details: { reason: 'This run has already made this state transition.' },
  })
  expect((await propose(prefect, id, true, state)).status).toBe(201)
})

test('a subflow run tells its state to the task run that stands for it', async () => {
  const parent = prefect.addFlowRun({ state: 'FAILED' })
  const task = prefect.addTaskRun({ flowRun: parent.id })
  const { id } = prefect.addFlowRun({ state: 'FAILED', parentTaskRun: task.id })
  await propose(prefect, id, true)
  const { body } = await ask(prefect, 'GET', `/task_runs/${task.id}`)
  expect(body).toMatchObject({
    state_type: 'SCHEDULED',
    state: { state_details: { child_flow_run_id: id, flow_run_id: parent.id } },
  })
})

test('the states of a run are told oldest first, with times that grow', async () => {
  const { id } = prefect.addFlowRun({ state: 'FAILED' })
  for (const message of ['one', 'two']) await propose(prefect, id, true, { type: 'SCHEDULED', message })
  const states = prefect.states(id)
  expect(states.map(({ message }) => message)).toEqual([null, 'one', 'two'])
  const times = states.map(({ timestamp }) => timestamp)
  expect(times).toEqual([...new Set(times)].toSorted())
})
