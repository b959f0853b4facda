import { actOnRun } from './act-on-run.ts'
import type { Merge } from './merge.ts'
import type { OneAtATime } from './one-at-a-time.ts'
import type { PlannedRun } from './planned-run.ts'
import type { Report, RunReport } from './report.ts'
import { isUnderWay } from './reported-state.ts'
import type { ResumeServices } from './services.ts'

/** The work of one merge, as it was handed over. */
export interface MergeWork {
  merge: Merge
  runs: readonly PlannedRun[]
  beyondLimit: number
}

/**
 * Acts on each flow run of a merge that has not been decided yet, and stores what became of it.
 *
 * @param before what an earlier try gave; null at the first
 * @param until when trying ends, in milliseconds since 1970
 */
export async function act(
  work: MergeWork,
  before: Report | null,
  until: number,
  services: ResumeServices,
  oneAtATime: OneAtATime,
): Promise<Report> {
  const runs = await Promise.all(
    work.runs.map(async (planned, index) => {
      const decided = before?.runs[index]
      if (decided !== undefined && decided.outcome.kind !== 'trying') return decided
      const report = await oneAtATime(planned.id, () =>
        actOnRun(planned, work.merge, sentAt(decided), services),
      )
      return services.now() < until ? report : givenUp(report)
    }),
  )
  const report = { merge: work.merge, runs, beyondLimit: work.beyondLimit, following: true }
  await remember(report, work.runs, services)
  return report
}

/** Stores what became of the runs, and has it told; those that are under way are followed from then on. */
export async function remember(
  report: Report,
  planned: readonly PlannedRun[],
  services: ResumeServices,
): Promise<void> {
  await services.store.remember(
    report,
    report.runs.map((run, index) => ({
      report: run,
      workspace: workspaceOf(planned[index], services),
      following: report.following && isUnderWay(run),
    })),
  )
  services.tell()
}

function workspaceOf(planned: PlannedRun | undefined, services: ResumeServices): string | null {
  return planned === undefined ? null : (services.workspaces.of(planned)?.name ?? null)
}

/** When an earlier try sent what may still have its effect. */
function sentAt(before: RunReport | undefined): number | null {
  return before?.outcome.kind === 'trying' ? before.outcome.obstacle.sentAt : null
}

function givenUp(report: RunReport): RunReport {
  const { outcome } = report
  return outcome.kind === 'trying' ? { ...report, outcome: { ...outcome, kind: 'given-up' } } : report
}
