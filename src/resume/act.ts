import { actOnRun } from './act-on-run.ts'
import { judge } from './judge.ts'
import { logFinished } from './log-finished.ts'
import { mergeKey } from './merge.ts'
import type { OneAtATime } from './one-at-a-time.ts'
import type { RepositorySettings } from './repository-settings.ts'
import type { Obstacle, RunReport } from './run-report.ts'
import type { RememberedRun, ResumeServices } from './services.ts'
import type { Work } from './work.ts'

/** What still keeps runs from being decided, after a try; empty when all are. */
export type Obstacles = readonly Obstacle[]

/**
 * Acts on each flow run of an attempt that has not been decided yet, and stores what became of it; those that are
 * under way are followed from then on.
 *
 * @param until when trying ends, in milliseconds since 1970
 */
export async function act(
  work: Work,
  until: number,
  services: ResumeServices,
  oneAtATime: OneAtATime,
): Promise<Obstacles> {
  const { store, now, tell, log } = services
  const key = mergeKey(work.merge)
  const { standing, settings, reports } = await judge(work, services)
  const tried = settings === null ? reports : await actOnEach(work, settings, services, oneAtATime)
  const runs = now() < until ? tried : tried.map(givenUp)

  await store.remember(key, standing, remembered(work, runs, settings, services))
  tell()
  logFinished(await store.finish(key), now(), log)
  return runs.flatMap(({ outcome }) => (outcome.kind === 'trying' ? [outcome.obstacle] : []))
}

async function actOnEach(
  work: Work,
  settings: RepositorySettings,
  services: ResumeServices,
  oneAtATime: OneAtATime,
): Promise<RunReport[]> {
  const { rules, store } = services
  const stored = await store.runsOf(mergeKey(work.merge), work.attempt)
  const before = new Map(stored.map((report) => [report.id, report]))
  const wishes = { rules, settings, named: new Set(work.runs.map(({ id }) => id)) }
  return await Promise.all(
    work.runs.map(async (planned) => {
      const known = before.get(planned.id)
      if (known !== undefined && known.outcome.kind !== 'trying') return known
      const sentAt = known?.outcome.kind === 'trying' ? known.outcome.obstacle.sentAt : null
      return await oneAtATime(planned.id, () =>
        actOnRun({ planned, request: work, wishes, sentAt }, services),
      )
    }),
  )
}

/** What is stored of the runs. The repository may want them followed for a shorter time, or not at all. */
function remembered(
  work: Work,
  runs: readonly RunReport[],
  settings: RepositorySettings | null,
  { workspaces, followFor, now }: ResumeServices,
): RememberedRun[] {
  const follow = settings?.follow ?? true
  const wanted = typeof follow === 'number' ? Math.min(follow, followFor) : followFor
  return work.runs.flatMap((planned, index) => {
    const run = runs[index]
    if (run === undefined) return []
    return {
      report: follow === false ? { ...run, following: false } : run,
      position: planned.position,
      workspace: workspaces.of(planned)?.name ?? null,
      until: now() + wanted,
    }
  })
}

function givenUp(report: RunReport): RunReport {
  const { outcome } = report
  return outcome.kind === 'trying' ? { ...report, outcome: { ...outcome, kind: 'given-up' } } : report
}
