import type {
  LeftAlone,
  Outlook,
  Report,
  ReportedState,
  RunReport,
  Standing,
} from '../../../src/resume/index.ts'

const id = '0b6c9a51-7f0e-4a8a-9d52-6c3e14f0a7b8'

/** The page of a flow run in Prefect Cloud. */
export function pageOf(flowRunId: string): string {
  return `https://app.prefect.cloud/account/7c1f0f0e/workspace/e2b0a1c4/runs/flow-run/${flowRunId}`
}

/** A state as Prefect names it (`FAILED` is `Failed`), unless the test says more. */
export function state(type: string, more: Partial<ReportedState> = {}): ReportedState {
  const name = `${type.charAt(0)}${type.slice(1).toLowerCase()}`
  return { type, name, since: '2026-11-21T09:14:33.120Z', message: null, ...more }
}

export const failed = state('FAILED', {
  message: "Flow run encountered an exception: KeyError: 'order_id'",
})

/** A state that came after the merge. */
export function later(type: string, more: Partial<ReportedState> = {}): ReportedState {
  return state(type, { since: '2026-11-21T10:05:31.000Z', ...more })
}

/** The state that the merge sets. */
export const scheduled = state('SCHEDULED', {
  since: '2026-11-21T10:02:01.500Z',
  message: 'Resumed by merge of acme/etl#42 (abc1234) https://github.com/acme/etl/pull/42',
})

/** What a run goes through that a worker takes up. */
export const taken: readonly ReportedState[] = [
  scheduled,
  state('PENDING', { since: '2026-11-21T10:02:11.020Z' }),
  state('RUNNING', { since: '2026-11-21T10:02:19.400Z' }),
]

export const flow = { id: '5f1c7c0e-3f5e-4c39-9c0a-4a8f3d7b2e10', name: 'load-orders' }
export const deployment = { id: '9d3e5b7a-1c2f-4e6d-8a9b-0c1d2e3f4a5b', name: 'production' }

/** What a run met that has nothing in its way, and gets the fix, unless the test says more. */
export function outlook(more: Partial<Outlook> = {}): Outlook {
  return {
    warnings: [],
    code: { kind: 'git', repository: 'https://github.com/acme/etl', branch: 'main', commit: null },
    deployedAt: '2026-11-19T16:40:12Z',
    needsDeploy: false,
    laterRun: null,
    tasksAgain: 0,
    startedByRun: false,
    ...more,
  }
}

/** A failed run that this merge resumed, unless the test says more. */
export function run(more: Partial<RunReport> = {}): RunReport {
  const now = more.now === undefined ? scheduled : more.now
  return {
    id,
    url: pageOf(id),
    attempt: 1,
    name: 'lyrical-pudu',
    flow,
    deployment,
    outcome: { kind: 'resumed', race: null },
    was: failed,
    now,
    history: [scheduled, ...(now === null || now === scheduled ? [] : [now])],
    runCount: 2,
    outlook: outlook(),
    following: !['COMPLETED', 'FAILED', 'CRASHED', 'CANCELLED'].includes(now?.type ?? ''),
    stuck: false,
    deleted: false,
    ...more,
  }
}

/** A failed run that was not resumed: what this merge met says nothing of what comes. */
export function untouched(outcome: RunReport['outcome'], more: Partial<RunReport> = {}): RunReport {
  const was = more.was === undefined ? failed : more.was
  return run({ outcome, was, now: was, history: [], runCount: 1, outlook: null, following: false, ...more })
}

/** A failed run that was left alone. */
export function leftAlone(why: LeftAlone, more: Partial<RunReport> = {}): RunReport {
  return untouched({ kind: 'left-alone', why }, more)
}

/** A run of which nothing could be read. */
export function unread(outcome: RunReport['outcome'], more: Partial<RunReport> = {}): RunReport {
  return untouched(outcome, { name: null, flow: null, deployment: null, was: null, runCount: null, ...more })
}

/** Another run than the usual one. */
export function numbered(number: number, one: RunReport): RunReport {
  const other = `0b6c9a51-7f0e-4a8a-9d52-${String(number).padStart(12, '0')}`
  return { ...one, id: other, url: pageOf(other), name: one.name === null ? null : `run-${number}` }
}

export const acts: Standing = { kind: 'acts', comment: 'always' }

/** The report of a merge in a private repository, unless the test says more. */
export function report(runs: readonly RunReport[], more: Partial<Report> = {}): Report {
  return { merge: merge('private'), standing: acts, runs, beyondLimit: 0, ...more }
}

export function merge(visibility: 'public' | 'internal' | 'private'): Report['merge'] {
  return {
    repository: {
      id: '123',
      fullName: 'acme/etl',
      ownerId: '7',
      defaultBranch: 'main',
      visibility,
    },
    number: 42,
    url: 'https://github.com/acme/etl/pull/42',
    commit: 'abc1234def5678abc1234def5678abc1234def56',
    baseBranch: 'main',
    mergedAt: '2026-11-21T10:01:59Z',
    installationId: '99',
    byBot: false,
    labels: [],
  }
}
