import { actOnRun } from './act-on-run.ts'
import { type Judged, judge } from './judge.ts'
import { logFinished } from './log-finished.ts'
import { mergeKey } from './merge.ts'
import type { OneAtATime } from './one-at-a-time.ts'
import { readingOnce } from './reading-once.ts'
import { reportOn } from './report-on.ts'
import type { RepositorySettings } from './repository-settings.ts'
import type { Obstacle, RunReport } from './run-report.ts'
import type { RememberedRun, ResumeServices, Workspace } from './services.ts'
import { tellIfSlow } from './tell-if-slow.ts'
import { readUndecided, type Undecided } from './undecided.ts'
import type { Work } from './work.ts'

/** What still keeps runs from being decided, after a try; empty when all are. */
export type Obstacles = readonly Obstacle[]

/**
 * Acts on each flow run of an attempt that has not been decided yet, and stores what became of it; those that are
 * under way are followed from then on. What was decided before stays as it is stored: the follower may know more of it.
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
  const undecided = await readUndecided(work, store)
  const { standing, settings, problem } = await judge(work.merge, services)
  const remember = async (runs: readonly RunReport[]): Promise<void> => {
    await store.remember(key, standing, remembered(work, runs, settings, services))
    tell()
  }
  const tried =
    settings === null
      ? withoutLook(work, undecided, problem)
      : await tellIfSlow(
          actOnEach(work, undecided, settings, services, oneAtATime),
          () => remember(notAnswered(work, undecided)),
          services,
        )
  const runs = now() < until ? tried : tried.map(givenUp)
  await remember(runs)
  logFinished(await store.finish(key), now(), log)
  return runs.flatMap(({ outcome }) => (outcome.kind === 'trying' ? [outcome.obstacle] : []))
}

async function actOnEach(
  work: Work,
  undecided: readonly Undecided[],
  settings: RepositorySettings,
  services: ResumeServices,
  oneAtATime: OneAtATime,
): Promise<RunReport[]> {
  const wishes = { rules: services.rules, settings, named: new Set(work.runs.map(({ id }) => id)) }
  const together = { ...services, workspaces: readingTogether(services.workspaces) }
  return await Promise.all(
    undecided.map(({ planned, sentAt }) =>
      oneAtATime(planned.id, () => actOnRun({ planned, request: work, wishes, sentAt }, together)),
    ),
  )
}

/** The workspaces, each with one client for all runs of this try. */
function readingTogether({ of, byName }: ResumeServices['workspaces']): ResumeServices['workspaces'] {
  const known = new Map<string, Workspace>()
  const together = (workspace: Workspace | null): Workspace | null => {
    if (workspace === null) return null
    const { name, client } = workspace
    const shared = known.get(name) ?? { name, client: readingOnce(client) }
    known.set(name, shared)
    return shared
  }
  return { of: (reference) => together(of(reference)), byName: (name) => together(byName(name)) }
}

/** What is told of runs about which Prefect takes long to answer; what an earlier try has told still holds. */
function notAnswered(work: Work, undecided: readonly Undecided[]): RunReport[] {
  const obstacle = { because: 'unreachable', problem: 'Prefect has not answered yet.', sentAt: null } as const
  return undecided
    .filter(({ before }) => before === null)
    .map(({ planned }) => reportOn(planned, work)(null, { kind: 'trying', obstacle }))
}

/** What becomes of runs that are not looked at. Where nobody wants them any more, none of them stays open. */
function withoutLook(work: Work, undecided: readonly Undecided[], problem: Judged['problem']): RunReport[] {
  if (problem === null) return undecided.flatMap(({ before }) => (before === null ? [] : givenUp(before)))
  return undecided.map(({ planned, sentAt }) => {
    const obstacle = { because: 'settings-unreadable', problem, sentAt } as const
    return reportOn(planned, work)(null, { kind: 'trying', obstacle })
  })
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
  const byId = new Map(runs.map((run) => [run.id, run]))
  return work.runs.flatMap((planned) => {
    const run = byId.get(planned.id)
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
