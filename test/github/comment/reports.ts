import type { LeftAlone, Report, ReportedState, RunReport } from '../../../src/resume/index.ts'

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
  return state(type, { since: '2026-11-21T10:02:07.000Z', ...more })
}

/** A failed run that this merge resumed, unless the test says more. */
export function run(more: Partial<RunReport> = {}): RunReport {
  return {
    id,
    url: pageOf(id),
    name: 'lyrical-pudu',
    flowName: 'load-orders',
    deploymentName: 'production',
    outcome: { kind: 'resumed' },
    was: failed,
    now: later('SCHEDULED', { message: 'Resumed by merge of acme/etl#42 (abc1234)' }),
    ...more,
  }
}

/** A failed run that was left alone. */
export function leftAlone(why: LeftAlone, more: Partial<RunReport> = {}): RunReport {
  return run({ outcome: { kind: 'left-alone', why }, now: more.was ?? failed, ...more })
}

/** A run of which nothing could be read. */
export function unread(more: Partial<RunReport>): RunReport {
  return run({ name: null, flowName: null, deploymentName: null, was: null, now: null, ...more })
}

/** The report of a merge in a private repository, unless the test says more. */
export function report(runs: readonly RunReport[], more: Partial<Report> = {}): Report {
  return { merge: merge('private'), runs: [...runs], beyondLimit: 0, following: true, ...more }
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
  }
}
