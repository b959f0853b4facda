import { expect, test } from 'vitest'
import type { Deployment, Flow, FlowRun, FlowRunState } from '../../src/prefect/index.ts'
import { type Decision, decide, type FlowRunFacts, type Rules, type Wishes } from '../../src/resume/decide.ts'
import { defaultRepositorySettings, type RepositorySettings } from '../../src/resume/index.ts'
import { proofMessage } from '../../src/resume/proof.ts'
import { aMerge, aRequest } from '../fixtures/a-merge.ts'
import { aDeployment, aFlow, aFlowRun, aState } from '../fixtures/prefect-facts.ts'

const merge = aMerge({ mergedAt: '2026-11-21T10:00:00Z' })
const now = Date.parse('2026-11-21T10:00:05Z')
const later = Date.parse('2026-11-25T10:00:00Z')
const rules: Rules = {
  states: new Set(['FAILED', 'CRASHED']),
  within: 3 * 24 * 60 * 60 * 1000,
  deployments: null,
}

interface Row {
  because: string
  run?: Partial<FlowRun> | null
  history?: FlowRunState[]
  deployment?: Deployment | null
  flow?: Flow | null
  parent?: FlowRunFacts['parent']
  rules?: Partial<Rules>
  settings?: Partial<RepositorySettings>
  named?: Wishes['named']
  merge?: Parameters<typeof aMerge>[0]
  request?: Parameters<typeof aRequest>[1]
  now?: number
  decision: Decision
}

const act: Decision = { act: true, force: true }
const leave = (why: Extract<Decision, { why: unknown }>['why']): Decision => ({ act: false, why })
const failed = aState({ type: 'FAILED', name: 'Failed' })
const scheduledByUs = aState({ type: 'SCHEDULED', name: 'Scheduled', message: proofMessage(aRequest(merge)) })
const retried = aState({ type: 'SCHEDULED', message: 'Retried via CLI', timestamp: '2026-11-21T09:30:00Z' })
const allThree = new Set(['FAILED', 'CRASHED', 'CANCELLED'])
const parent = { id: 'p', name: 'nightly', url: 'http://prefect.test/runs/flow-run/p' }

const notFailed: Row[] = [
  ['COMPLETED', 'Completed'],
  ['CANCELLING', 'Cancelling'],
  ['RUNNING', 'Running'],
  ['RUNNING', 'Retrying'],
  ['PENDING', 'Pending'],
  ['SCHEDULED', 'Scheduled'],
  ['SCHEDULED', 'AwaitingRetry'],
  ['SCHEDULED', 'Late'],
  ['PAUSED', 'Paused'],
  ['PAUSED', 'Suspended'],
].map(([type = '', name = '']) => ({
  because: `a run that is ${type} (${name}) is left alone`,
  run: { stateType: type, stateName: name },
  history: [aState({ type: 'PENDING' }), aState({ type, name })],
  decision: leave({ reason: 'not-failed' }),
}))

const rows: Row[] = [
  { because: 'a failed run is resumed', run: { stateType: 'FAILED' }, decision: act },
  { because: 'a crashed run is resumed', run: { stateType: 'CRASHED' }, decision: act },
  {
    because: 'a run whose retries ran in its own process is not forced: no worker would ever get it',
    run: { stateType: 'CRASHED', retryType: 'in_process' },
    decision: { act: true, force: false },
  },
  ...notFailed,
  {
    because: 'a cancelled run is left alone: somebody decided that',
    run: { stateType: 'CANCELLED' },
    decision: leave({ reason: 'state-not-allowed', by: 'operator' }),
  },
  {
    because: 'a cancelled run is resumed where the operator allows it',
    run: { stateType: 'CANCELLED' },
    rules: { states: allThree },
    decision: act,
  },
  {
    because: 'a crashed run is left alone where the operator wants that',
    run: { stateType: 'CRASHED' },
    rules: { states: new Set(['FAILED']) },
    decision: leave({ reason: 'state-not-allowed', by: 'operator' }),
  },
  {
    because: 'a repository may narrow the states',
    run: { stateType: 'CRASHED' },
    settings: { states: new Set(['FAILED']) },
    decision: leave({ reason: 'state-not-allowed', by: 'repository' }),
  },
  {
    because: 'a repository cannot widen the states',
    run: { stateType: 'CANCELLED' },
    settings: { states: allThree },
    decision: leave({ reason: 'state-not-allowed', by: 'operator' }),
  },
  ...['SCHEDULED', 'PENDING', 'RUNNING', 'COMPLETED', 'PAUSED'].map((stateType) => ({
    because: `a run that somebody resumed since, and that is ${stateType}, is left alone, and it is told who did`,
    run: { stateType },
    history: [failed, retried, aState({ type: stateType })],
    decision: leave({ reason: 'resumed-since', by: 'Retried via CLI', at: '2026-11-21T09:30:00Z' }),
  })),
  {
    because: 'a run that somebody declared to be completed was not resumed',
    run: { stateType: 'COMPLETED' },
    history: [failed, aState({ type: 'COMPLETED' })],
    decision: leave({ reason: 'not-failed' }),
  },
  {
    because: 'a run that somebody resumed, and that failed again, is resumed',
    history: [failed, retried, aState({ type: 'RUNNING' }), failed],
    decision: act,
  },
  {
    because: 'a run without any state is left alone',
    run: { stateType: null, state: null },
    history: [],
    decision: leave({ reason: 'not-failed' }),
  },
  {
    because: 'a run that Prefect does not know is told',
    run: null,
    decision: leave({ reason: 'not-found' }),
  },
  {
    because: 'a run without a deployment is left alone: it would wait for ever',
    run: { deploymentId: null },
    deployment: null,
    decision: leave({ reason: 'no-deployment' }),
  },
  {
    because: 'a run whose deployment was deleted is left alone',
    deployment: null,
    decision: leave({ reason: 'deployment-deleted' }),
  },
  {
    because: 'a part of another run is left alone, and leads to that one',
    run: { deploymentId: null, parentTaskRunId: 't' },
    deployment: null,
    parent,
    decision: leave({ reason: 'subflow', parent, named: false }),
  },
  {
    because: 'a part of another run that is named too is left to that one',
    run: { deploymentId: null, parentTaskRunId: 't' },
    deployment: null,
    parent,
    named: new Set(['p']),
    decision: leave({ reason: 'subflow', parent, named: true }),
  },
  {
    because: 'a part of a run that Prefect does not know any more is left alone',
    run: { deploymentId: null, parentTaskRunId: 't' },
    deployment: null,
    decision: leave({ reason: 'subflow', parent: null, named: false }),
  },
  {
    because: 'a run that another one started by its deployment is resumed',
    run: { parentTaskRunId: 't' },
    decision: act,
  },
  {
    because: 'a run that this merge resumed before is done, also when it failed again since',
    history: [failed, scheduledByUs, failed],
    decision: { act: false, done: { state: scheduledByUs, before: failed } },
  },
  {
    because: 'the proof counts before everything else: what is done is done',
    history: [scheduledByUs],
    merge: { baseBranch: 'release' },
    decision: { act: false, done: { state: scheduledByUs, before: null } },
  },
  {
    because: 'the proof of the first attempt does not keep a second one from acting',
    history: [failed, scheduledByUs, failed],
    request: { attempt: 2, askedAt: '2026-11-21T10:00:04Z' },
    decision: act,
  },
  {
    because: 'a run that another merge resumed, and that failed again, is resumed',
    history: [
      failed,
      aState({ type: 'SCHEDULED', message: proofMessage(aRequest(aMerge({ number: 41 }))) }),
      failed,
    ],
    decision: act,
  },
  {
    because: 'a merge into another branch than the default one does not act',
    merge: { baseBranch: 'release' },
    decision: leave({ reason: 'other-branch', branch: 'release', defaultBranch: 'main' }),
  },
  {
    because: 'a merge into another branch acts where the repository names its branches',
    merge: { baseBranch: 'release' },
    settings: { branches: ['release'] },
    decision: act,
  },
  {
    because: 'a merge that is too old does not act',
    now: later,
    decision: leave({ reason: 'too-old', within: rules.within }),
  },
  {
    because: 'a person who asks again for an old merge means it now',
    now: later,
    request: { attempt: 2, askedAt: '2026-11-25T09:59:59Z' },
    decision: act,
  },
  {
    because: 'a deployment that the operator does not allow is left alone',
    rules: { deployments: ['other/*'] },
    decision: leave({ reason: 'deployment-not-allowed', by: 'operator' }),
  },
  {
    because: 'a deployment that a glob of the operator holds is resumed',
    rules: { deployments: ['other/*', 'etl/da*'] },
    decision: act,
  },
  {
    because: 'a deployment that the repository does not want is left alone',
    rules: { deployments: ['etl/*'] },
    settings: { deployments: ['etl/weekly'] },
    decision: leave({ reason: 'deployment-not-allowed', by: 'repository' }),
  },
  {
    because: 'a repository cannot widen the deployments',
    rules: { deployments: ['other/*'] },
    settings: { deployments: ['*/*'] },
    decision: leave({ reason: 'deployment-not-allowed', by: 'operator' }),
  },
  {
    because: 'a deployment whose flow could not be read is not allowed by a glob over its name',
    rules: { deployments: ['etl/*'] },
    flow: null,
    decision: leave({ reason: 'deployment-not-allowed', by: 'operator' }),
  },
]

test.each(rows)('$because', (row) => {
  const facts: FlowRunFacts = {
    run: row.run === null ? null : aFlowRun(row.run),
    history: row.history ?? [failed],
    deployment: row.deployment === undefined ? aDeployment({ name: 'daily' }) : row.deployment,
    flow: row.flow === undefined ? aFlow({ name: 'etl' }) : row.flow,
    parent: row.parent ?? null,
  }
  const wishes: Wishes = {
    rules: { ...rules, ...row.rules },
    settings: { ...defaultRepositorySettings, ...row.settings },
    named: row.named ?? new Set([aFlowRun().id]),
  }
  const request = aRequest(aMerge({ ...merge, ...row.merge }), row.request)
  expect(decide(facts, request, wishes, row.now ?? now)).toEqual(row.decision)
})
