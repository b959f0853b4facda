import { judgeMerge } from './judge-merge.ts'
import { reportOn } from './report-on.ts'
import type { RepositorySettings } from './repository-settings.ts'
import type { RunReport } from './run-report.ts'
import type { ResumeServices } from './services.ts'
import type { Standing } from './standing.ts'
import type { Work } from './work.ts'

/** What holds for a merge as a whole. */
export interface Judged {
  standing: Standing
  /** What the repository wants; null when no run is looked at. */
  settings: RepositorySettings | null
  /** What became of the runs without a look. */
  reports: readonly RunReport[]
}

/** Reads what decides whether the runs of a merge are looked at. Throws while GitHub does not tell whom we serve. */
export async function judge(work: Work, services: ResumeServices): Promise<Judged> {
  const { merge, runs } = work
  const notServed = await services.whyNotServed(merge)
  if (notServed !== null) {
    const standing: Standing = { kind: 'skipped', because: 'not-served', detail: notServed }
    return { standing, settings: null, reports: [] }
  }
  const reading = await services.readSettings(merge)
  if (reading.kind !== 'unreadable') return { ...judgeMerge(merge, reading), reports: [] }

  const obstacle = { because: 'settings-unreadable', problem: reading.problem, sentAt: null } as const
  return {
    standing: { kind: 'acts', comment: 'always' },
    settings: null,
    reports: runs.map((planned) => reportOn(planned, work)(null, { kind: 'trying', obstacle })),
  }
}
