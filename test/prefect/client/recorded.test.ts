import nock from 'nock'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { PrefectClient, PrefectEvent } from '../../../src/prefect/index.ts'
import { aClient } from './a-client.ts'
import { type Recorded, recorded, recordedNames, replay } from './recorded.ts'
import { type RecordedCase, recordedAroundARun } from './recorded-around-a-run.ts'

beforeAll(() => nock.disableNetConnect())
afterEach(() => nock.cleanAll())

const change = {
  message: 'Resumed by merge of acme/etl#42 (abc1234) https://github.com/acme/etl/pull/42',
  force: true,
}
const run = 'e1ded7c6-084e-4766-af0e-830a9795b197'
const deployment = {
  id: '09f07741-83c4-453a-ae1d-742113909e14',
  name: 'daily',
  updated: '2026-11-21T10:22:18.948659Z',
  paused: false,
  status: 'NOT_READY',
  lastPolled: '2026-11-21T10:19:35.537045Z',
  workPoolName: 'pool6250',
  workQueueId: '01e9c8d6-d747-4aed-beee-64dcb68f561e',
  workQueueName: 'default',
  entrypoint: 'flow.py:etl',
  path: '/flows',
  version: null,
  image: null,
  pullSteps: [],
  concurrencyLimit: null,
}

const event: PrefectEvent = {
  id: '6350b636-78c6-45e8-9ade-3ac94188e7a2',
  occurred: '2026-11-21T10:22:19.661Z',
  event: 'github.pull_request.closed',
  resource: {
    'prefect.resource.id': `prefect.flow-run.${run}`,
    'prefect.resource.name': 'PR',
    'pr.merged': 'True',
  },
  payload: {},
}

const lyricalPudu = {
  id: run,
  name: 'lyrical-pudu',
  flowId: '29be0371-6fca-4898-845d-7afdfb178bc9',
  deploymentId: deployment.id,
  deploymentVersion: null,
  state: { type: 'FAILED', name: 'Failed', timestamp: '2026-11-21T10:22:18.988585Z', message: 'boom' },
  stateType: 'FAILED',
  stateName: 'Failed',
  runCount: 0,
  parentTaskRunId: null,
  workPoolName: 'pool6250',
  workQueueId: '01e9c8d6-d747-4aed-beee-64dcb68f561e',
  workQueueName: 'default',
  retryType: null,
  expectedStartTime: '2026-11-21T10:22:18.988585Z',
  nextScheduledStartTime: null,
  startTime: '2026-11-21T10:22:18.988585Z',
  endTime: '2026-11-21T10:22:18.988585Z',
  totalRunTime: 0,
}

const invalid = 'Invalid request received'

/** What the client makes of each answer; the last part of the recorded path is the id. */
const cases: Record<string, RecordedCase> = {
  ...recordedAroundARun,
  'admin-version': [(client) => client.readVersion(), '3.8.8'],
  deployment: [(client, id) => client.readDeployment(id), deployment],
  'deployment-not-found': [(client, id) => client.readDeployment(id), null],
  flow: [(client, id) => client.readFlow(id), { id: lyricalPudu.flowId, name: 'etl' }],
  'flow-run-failed': [(client, id) => client.readFlowRun(id), lyricalPudu],
  'flow-run-bad-id': [(client, id) => client.readFlowRun(id), null],
  'flow-run-not-found': [(client, id) => client.readFlowRun(id), null],
  'flow-run-no-deployment': [
    (client, id) => client.readFlowRun(id),
    expect.objectContaining({
      deploymentId: null,
      workPoolName: null,
      workQueueId: null,
      workQueueName: null,
    }),
  ],
  'flow-run-deployment-deleted': [
    (client, id) => client.readFlowRun(id),
    expect.objectContaining({ deploymentId: 'f89e3214-a9b1-4fac-9761-4e0b349349b6', stateType: 'CRASHED' }),
  ],
  'flow-run-in-process': [
    (client, id) => client.readFlowRun(id),
    expect.objectContaining({ retryType: 'in_process', name: 'sapphire-manticore' }),
  ],
  'flow-run-scheduled': [
    (client, id) => client.readFlowRun(id),
    expect.objectContaining({ stateType: 'SCHEDULED', stateName: 'Scheduled' }),
  ],
  'flow-run-subflow': [
    (client, id) => client.readFlowRun(id),
    expect.objectContaining({ parentTaskRunId: 'e0810a79-0a39-4b38-8537-7faf25363c27' }),
  ],
  'flow-run-states': [
    (client) => client.readFlowRunStates(run),
    [
      lyricalPudu.state,
      {
        type: 'SCHEDULED',
        name: 'Scheduled',
        timestamp: '2026-11-21T10:22:19.037852Z',
        message: change.message,
      },
    ],
  ],
  filter: [
    (client) => client.filterFlowRuns([run, '6b171931-0a95-4b19-a15a-52814b2ef8fe']),
    [
      expect.objectContaining({ id: run }),
      expect.objectContaining({ id: '6b171931-0a95-4b19-a15a-52814b2ef8fe', runCount: 0 }),
    ],
  ],
  'set-state-accept': [
    (client) => client.setFlowRunState(run, change),
    {
      status: 'ACCEPT',
      reason: null,
      state: {
        type: 'SCHEDULED',
        name: 'Scheduled',
        timestamp: '2026-11-21T10:22:19.037852Z',
        message: change.message,
      },
    },
  ],
  'set-state-not-found': [
    (client) => client.setFlowRunState('00000000-0000-4000-8000-000000000000', change),
    { status: 'NOT_FOUND' },
  ],
  'set-state-no-deployment-no-force-abort': [
    (client) => client.setFlowRunState('6b171931-0a95-4b19-a15a-52814b2ef8fe', { ...change, force: false }),
    {
      status: 'ABORT',
      reason: 'Cannot reschedule a run without an associated deployment.',
      state: { type: 'FAILED', name: 'Failed', timestamp: '2026-11-21T10:22:19.167208Z', message: null },
    },
  ],
  'events-accepted': [(client) => client.sendEvents([event]), undefined],
}

for (const name of [
  'set-state-again-accept',
  'set-state-in-process-force',
  'set-state-in-process-no-force',
  'set-state-no-deployment-force',
  'set-state-running-force-accept',
  'set-state-running-no-force',
]) {
  cases[name] = [
    (client) => client.setFlowRunState(recorded(name).request.path.split('/')[2] ?? '', change),
    expect.objectContaining({ status: 'ACCEPT', state: expect.objectContaining({ type: 'SCHEDULED' }) }),
  ]
}

test.each(Object.entries(cases))('%s is understood', async (name, [call, result]) => {
  const answered = recorded(name)
  const scope = replay(answered)
  const { client, calls } = aClient()

  expect(await call(client, answered.request.path.split('/').at(-1) ?? '')).toEqual(result)
  scope.done()
  expect(calls).toMatchObject([{ method: answered.request.method, status: answered.response.status }])
})

const refused: Record<string, [call: (client: PrefectClient) => Promise<unknown>, reason: string]> = {
  'events-bool-label-422': [
    (client) => client.sendEvents([event]),
    `${invalid}: string_type at body.0.resource.pr.merged`,
  ],
  'events-no-id-422': [(client) => client.sendEvents([event]), `${invalid}: missing at body.0.id`],
  'events-no-resource-id-422': [
    (client) => client.sendEvents([event]),
    `${invalid}: value_error at body.0.resource`,
  ],
  'events-single-object-422': [(client) => client.sendEvents([event]), `${invalid}: list_type at body`],
  'filter-limit-201-422': [
    (client) => client.filterFlowRuns([run]),
    'Invalid limit: must be less than or equal to 200',
  ],
  'set-state-unknown-key-422': [
    (client) => client.setFlowRunState(run, change),
    `${invalid}: extra_forbidden at body.state.scheduled_time`,
  ],
}

test.each(Object.entries(refused))('%s is told without what was sent', async (name, [call, reason]) => {
  const scope = replay(recorded(name))
  const { client, calls } = aClient()

  const error: unknown = await call(client).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'PrefectAnswerError', status: 422, reason, retryable: false })
  expect(String(error)).not.toMatch(/e1ded7c6|6350b636|2026-01-01/)
  scope.done()
  expect(calls).toHaveLength(1)
})

test('flow-run-upper-case-id is the same run: ids are asked for and given in lower case', async () => {
  const { response } = recorded('flow-run-upper-case-id')
  const scope = replay({ request: { method: 'GET', path: `/flow_runs/${run}` }, response })

  expect(await aClient().client.readFlowRun(run.toUpperCase())).toEqual(lyricalPudu)
  scope.done()
})

test('unavailable-503 is asked again when it was a read, and left in doubt when it was a write', async () => {
  const { response } = recorded('unavailable-503')
  const read: Recorded = { request: { method: 'GET', path: `/flow_runs/${run}` }, response }
  const scopes = [replay(read), replay({ ...recorded('flow-run-failed'), request: read.request })]
  const { client, waits } = aClient()
  expect(await client.readFlowRun(run)).toEqual(lyricalPudu)
  expect(waits).toHaveLength(1)

  scopes.push(replay({ request: { method: 'POST', path: `/flow_runs/${run}/set_state` }, response }))
  await expect(client.setFlowRunState(run, change)).rejects.toThrow(
    'Whether Prefect at prefect.test did POST /flow_runs/{id}/set_state is not known: the answer was 503, Service Unavailable.',
  )
  for (const scope of scopes) scope.done()
})

test('csrf-token-disabled ends the asking for a token', async () => {
  const { response } = recorded('csrf-token-disabled')
  const scope = nock('http://prefect.test')
    .post('/api/flow_runs/filter')
    .reply(403, { detail: 'Missing CSRF token.' })
    .get('/api/csrf-token')
    .query(true)
    .reply(response.status, JSON.stringify(response.body))

  await expect(aClient().client.filterFlowRuns([run])).rejects.toThrow('Missing CSRF token')
  scope.done()
})

/** Recorded for others: the stand-in, the following of runs, the setting up of tests. */
const notOurs = [
  'create-automation',
  'create-deployment',
  'create-flow',
  'set-state-pending-limit-0-abort',
  'set-state-pending-limit-reached-reject',
  'version',
  'work-queue-status',
]

test('nothing that was recorded is forgotten', () => {
  const own = ['flow-run-upper-case-id', 'unavailable-503', 'csrf-token-disabled']
  const played = [...Object.keys(cases), ...Object.keys(refused), ...own, ...notOurs]
  expect(played.toSorted()).toEqual(recordedNames().toSorted())
})
