import type { Plan, ReportedState, RunReport, Standing } from '../../../src/resume/index.ts'
import { aReportedState, aRunReport } from '../../fixtures/a-report.ts'
import { runIds } from './scene.ts'

export const acts: Standing = { kind: 'acts', comment: 'always' }

/** A plan for some runs, of which each has an event that fits. */
export function aPlan(ids: readonly string[] = [runIds[0]], overrides: Partial<Plan> = {}): Plan {
  return { runs: ids.map((id) => aPlannedRun(id)), beyondLimit: 0, unused: [], mismatch: null, ...overrides }
}

export function aPlannedRun(id: string, overrides: Partial<Plan['runs'][number]> = {}): Plan['runs'][number] {
  return {
    id,
    url: pageOf(id),
    account: null,
    workspace: null,
    why: null,
    event: {
      event: 'github.pull_request.closed',
      resource: { 'prefect.resource.id': `prefect.flow-run.${id}`, 'pr.number': '42', 'pr.merged': 'True' },
    },
    ...overrides,
  }
}

export function pageOf(id: string): string {
  return `http://prefect.test/runs/flow-run/${id}`
}

export const failed = aReportedState({
  type: 'FAILED',
  name: 'Failed',
  since: '2026-11-21T09:00:00Z',
  message: "Flow run encountered an exception: KeyError: 'amount'",
})

export const scheduled = aReportedState({
  since: '2026-11-21T10:00:03Z',
  message: 'Resumed by merge of acme/etl#42 (abc1234) https://github.com/acme/etl/pull/42',
})

/** A run that the merge resumed, with the states that came since. */
export function resumed(since: readonly ReportedState[] = [], overrides: Partial<RunReport> = {}): RunReport {
  const history = [scheduled, ...since]
  return aRunReport({ id: runIds[0], was: failed, now: history.at(-1) ?? null, history, ...overrides })
}

/** A run that was left alone, or not decided. */
export function untouched(outcome: RunReport['outcome'], overrides: Partial<RunReport> = {}): RunReport {
  return aRunReport({
    id: runIds[0],
    outcome,
    was: failed,
    now: failed,
    history: [],
    following: false,
    ...overrides,
  })
}

/** A state that a run entered so many seconds after the merge. */
export function later(type: string, seconds: number, message: string | null = null): ReportedState {
  const name = `${type.charAt(0)}${type.slice(1).toLowerCase()}`
  const since = new Date(Date.parse('2026-11-21T10:00:00Z') + seconds * 1000).toISOString()
  return { type, name, since, message }
}
