import { judgeMerge } from './judge-merge.ts'
import type { Merge } from './merge.ts'
import type { RepositorySettings } from './repository-settings.ts'
import type { ResumeServices } from './services.ts'
import type { Standing } from './standing.ts'

/** What holds for a merge as a whole. */
export interface Judged {
  standing: Standing
  /** What the repository wants; null when no run is looked at. */
  settings: RepositorySettings | null
  /** Why that is not known yet, in a sentence; null when it is. */
  problem: string | null
}

/** Reads what decides whether the runs of a merge are looked at. Throws while GitHub does not tell whom we serve. */
export async function judge(merge: Merge, services: ResumeServices): Promise<Judged> {
  const notServed = await services.whyNotServed(merge)
  if (notServed !== null) {
    const standing: Standing = { kind: 'skipped', because: 'not-served', detail: notServed }
    return { standing, settings: null, problem: null }
  }
  const reading = await services.readSettings(merge)
  if (reading.kind === 'not-installed') {
    const standing: Standing = { kind: 'skipped', because: 'not-installed', detail: reading.why }
    return { standing, settings: null, problem: null }
  }
  if (reading.kind !== 'unreadable') return { ...judgeMerge(merge, reading), problem: null }
  return { standing: { kind: 'acts', comment: 'always' }, settings: null, problem: reading.problem }
}
