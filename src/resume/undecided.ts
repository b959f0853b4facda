import { mergeKey } from './merge.ts'
import type { RunReport } from './run-report.ts'
import type { ReportStore } from './services.ts'
import type { Work } from './work.ts'

/** A run that an attempt still has to decide on. */
export interface Undecided {
  planned: Work['runs'][number]
  /** What an earlier try stored; null before the first one. */
  before: RunReport | null
  /** When an earlier try sent a request whose effect may still come, in milliseconds since 1970; null without one. */
  sentAt: number | null
}

/** The runs of an attempt that no earlier try has decided. */
export async function readUndecided(work: Work, store: ReportStore): Promise<Undecided[]> {
  const stored = await store.runsOf(mergeKey(work.merge), work.attempt)
  const byId = new Map(stored.map((report) => [report.id, report]))
  return work.runs.flatMap((planned) => {
    const before = byId.get(planned.id) ?? null
    if (before === null) return { planned, before, sentAt: null }
    const { outcome } = before
    return outcome.kind === 'trying' ? { planned, before, sentAt: outcome.obstacle.sentAt } : []
  })
}
