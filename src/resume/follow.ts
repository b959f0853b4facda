import type { FlowRunNow } from '../prefect/index.ts'
import { known, quickly } from './known.ts'
import { logFinished } from './log-finished.ts'
import { nextLook } from './next-look.ts'
import { isTerminal, stateOf } from './reported-state.ts'
import { type Sight, sightOf, withSight } from './see.ts'
import type { FollowedRun, FollowServices, SeenRun, Workspace } from './services.ts'

/** Of several programs on one store, only one follows; another takes over after so many milliseconds of silence. */
const right = { name: 'follow', duration: 5000 }

/** So many runs are looked at in one round, 200 a call; the rest has its turn in the next. */
const mostAtOnce = 2000

/** So many ended runs are read at the same time. */
const besideEachOther = 20

/** Before a workspace that could not be asked is asked again, in milliseconds. */
const pauseAfterTrouble = 10_000

/** What is new about a followed run. */
interface News {
  followed: FollowedRun
  run: FlowRunNow | null
  sight: Exclude<Sight, 'same'>
}

/** Looks at all followed runs that are due, with one call per 200 of them, and stores what changed. */
export function createFollower(services: FollowServices): () => Promise<void> {
  const { workspaces, store, now, log } = services

  return async () => {
    if (!(await store.hold(right.name, right.duration))) return
    const due = await store.due(now(), mostAtOnce)
    const groups = Map.groupBy(due, ({ workspace }) => workspace)
    await Promise.all(
      [...groups].map(async ([name, runs]) => {
        const workspace = workspaces.byName(name)
        try {
          await look(workspace, runs, services)
        } catch (error) {
          log.warn({ err: error, workspace: name }, 'flow runs could not be looked at; trying again')
          await store.lookAgain(keysOf(runs), now() + pauseAfterTrouble)
        }
      }),
    )
  }
}

/** @param workspace null where it is no longer served: then nothing of it is seen */
async function look(
  workspace: Workspace | null,
  followed: readonly FollowedRun[],
  { store, tell, now, log }: FollowServices,
): Promise<void> {
  const ids = [...new Set(followed.map(({ id }) => id))]
  const runs = workspace === null ? [] : await workspace.client.filterFlowRuns(ids)
  const byId = new Map(runs.map((run) => [run.id, run]))
  const seenAt = now()

  const news: News[] = []
  const same: FollowedRun[] = []
  for (const each of followed) {
    const run = byId.get(each.id) ?? null
    const sight =
      run === null && (await isDeleted(each.id, workspace)) ? 'deleted' : sightOf(each, stateOf(run), seenAt)
    if (sight === 'same') same.push(each)
    else news.push({ followed: each, run, sight })
  }
  for (const [at, group] of Map.groupBy(same, ({ changedAt }) => nextLook(seenAt, changedAt))) {
    await store.lookAgain(keysOf(group), at)
  }
  if (news.length === 0) return
  await store.advance(await seenRuns(news, workspace, store, seenAt))
  tell()
  for (const key of new Set(news.map(({ followed: { mergeKey } }) => mergeKey))) {
    logFinished(await store.finish(key), now(), log)
  }
}

async function seenRuns(
  news: readonly News[],
  workspace: Workspace | null,
  store: FollowServices['store'],
  seenAt: number,
): Promise<SeenRun[]> {
  const reports = await store.followedReports(news.map(({ followed }) => followed.key))
  const seen: SeenRun[] = []
  for (let start = 0; start < news.length; start += besideEachOther) {
    const some = news.slice(start, start + besideEachOther).map(async (each) => {
      const { key, mergeKey } = each.followed
      const report = reports.get(key)
      if (report === undefined) return []
      const next = withSight(report, each.sight, each.run, await statesOfEnded(each.run, workspace))
      const changedAt = each.sight === 'moved' ? seenAt : each.followed.changedAt
      return { key, mergeKey, report: next, changedAt, lookAt: nextLook(seenAt, changedAt) }
    })
    seen.push(...(await Promise.all(some)).flat())
  }
  return seen
}

/** Whether a run is gone: one in a form that we do not know is missing among many, too. */
async function isDeleted(id: string, workspace: Workspace | null): Promise<boolean> {
  return workspace !== null && (await known(workspace.client.readFlowRun(id, quickly))) === null
}

/** A run that has ended is read once in full: between two looks it may have gone through several states. */
async function statesOfEnded(run: FlowRunNow | null, workspace: Workspace | null) {
  if (run === null || workspace === null || !isTerminal(run.state?.type ?? '')) return []
  return (await known(workspace.client.readFlowRunStates(run.id, quickly))) ?? []
}

function keysOf(runs: readonly FollowedRun[]): string[] {
  return runs.map(({ key }) => key)
}
