import { expect, test } from 'vitest'
import type { Deployment, Flow, FlowRun, FlowRunState } from '../../src/prefect/index.ts'
import { type Decision, decide, type FlowRunFacts, type Rules } from '../../src/resume/decide.ts'
import { proofMessage } from '../../src/resume/proof.ts'
import { aMerge } from '../fixtures/a-merge.ts'
import { aDeployment, aFlow, aFlowRun, aState } from '../fixtures/prefect-facts.ts'

const merge = aMerge({ mergedAt: '2026-11-21T10:00:00Z' })
const now = Date.parse('2026-11-21T10:00:05Z')
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
  rules?: Partial<Rules>
  merge?: Parameters<typeof aMerge>[0]
  now?: number
  decision: Decision
}

const leave = (why: Extract<Decision, { why: unknown }>['why']): Decision => ({ act: false, why })
const failed = aState({ type: 'FAILED', name: 'Failed' })
const scheduledByUs = aState({ type: 'SCHEDULED', name: 'Scheduled', message: proofMessage(merge) })

const notFailed: Row[] = [
  'COMPLETED',
  'CANCELLED',
  'CANCELLING',
  'RUNNING',
  'PENDING',
  'SCHEDULED',
  'PAUSED',
].map((stateType) => ({
  because: `a run that is ${stateType} is left alone`,
  run: { stateType },
  decision: leave({ reason: 'not-failed' }),
}))

const rows: Row[] = [
  { because: 'a failed run is resumed', run: { stateType: 'FAILED' }, decision: { act: true, force: true } },
  {
    because: 'a crashed run is resumed',
    run: { stateType: 'CRASHED' },
    decision: { act: true, force: true },
  },
  {
    because: 'a run whose retries ran in its own process is not forced: no worker would ever get it',
    run: { stateType: 'CRASHED', retryType: 'in_process' },
    decision: { act: true, force: false },
  },
  ...notFailed,
  {
    because: 'a cancelled run is resumed where the operator allows it',
    run: { stateType: 'CANCELLED' },
    rules: { states: new Set(['FAILED', 'CRASHED', 'CANCELLED']) },
    decision: { act: true, force: true },
  },
  {
    because: 'a run without any state is left alone',
    run: { stateType: null, state: null },
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
    because: 'a run that this merge resumed before is done, also when it failed again since',
    history: [failed, scheduledByUs, failed],
    decision: { act: false, done: scheduledByUs, before: failed },
  },
  {
    because: 'the proof counts before everything else: what is done is done',
    history: [scheduledByUs],
    merge: { baseBranch: 'release' },
    decision: { act: false, done: scheduledByUs, before: null },
  },
  {
    because: 'a run that another merge resumed, and that failed again, is resumed',
    history: [failed, aState({ type: 'SCHEDULED', message: proofMessage(aMerge({ number: 41 })) }), failed],
    decision: { act: true, force: true },
  },
  {
    because: 'a merge into another branch than the default one does not act',
    merge: { baseBranch: 'release' },
    decision: leave({ reason: 'other-branch', branch: 'release', defaultBranch: 'main' }),
  },
  {
    because: 'a merge that is too old does not act',
    now: Date.parse('2026-11-25T10:00:00Z'),
    decision: leave({ reason: 'too-old', within: rules.within }),
  },
  {
    because: 'a deployment that the operator does not allow is left alone',
    rules: { deployments: ['other/*'] },
    decision: leave({ reason: 'deployment-not-allowed' }),
  },
  {
    because: 'a deployment that a glob of the operator holds is resumed',
    rules: { deployments: ['other/*', 'etl/da*'] },
    decision: { act: true, force: true },
  },
  {
    because: 'a deployment whose flow could not be read is not allowed by a glob over its name',
    rules: { deployments: ['etl/*'] },
    flow: null,
    decision: leave({ reason: 'deployment-not-allowed' }),
  },
]

test.each(rows)('$because', (row) => {
  const facts: FlowRunFacts = {
    run: row.run === null ? null : aFlowRun(row.run),
    history: row.history ?? [failed],
    deployment: row.deployment === undefined ? aDeployment({ name: 'daily' }) : row.deployment,
    flow: row.flow === undefined ? aFlow({ name: 'etl' }) : row.flow,
  }
  const decision = decide(
    facts,
    aMerge({ ...merge, ...row.merge }),
    { ...rules, ...row.rules },
    row.now ?? now,
  )
  expect(decision).toEqual(row.decision)
})
