import type { Json } from '../durable/index.ts'
import { newsSignal } from './news.ts'
import { pauseBeforeLook } from './pause.ts'
import type { ReportedState } from './report.ts'
import { stateOf } from './reported-state.ts'
import type { FollowedRun, FollowServices, Workspace } from './services.ts'

type States = Record<string, ReportedState>

/**
 * Looks at all followed runs that are due, with one call per 200 of them, and tells their merges what changed.
 *
 * A merge that is not waiting at that moment misses the news; since what is stored stays the same, the next look
 * tells it again.
 */
export function createFollower(
  services: FollowServices,
  signal: (signal: string, data: Json) => Promise<void>,
): () => Promise<void> {
  const lookedAt = new Map<string, number>()

  return async () => {
    const followed = await services.store.followed()
    const due = followed.filter((run) => isDue(run, lookedAt.get(lookKey(run)), services))
    for (const [name, runs] of Map.groupBy(due, ({ workspace }) => workspace)) {
      const workspace = services.workspaces.byName(name)
      if (workspace === null) continue
      for (const run of runs) lookedAt.set(lookKey(run), services.now())
      await tellChanges(workspace, runs, signal).catch((error: unknown) => {
        services.log.warn({ err: error, workspace: name }, 'flow runs could not be looked at; trying again')
      })
    }
    forget(lookedAt, followed)
  }
}

async function tellChanges(
  { client }: Workspace,
  followed: readonly FollowedRun[],
  signal: (signal: string, data: Json) => Promise<void>,
): Promise<void> {
  const ids = new Set(followed.map(({ id }) => id))
  const seen = new Map((await client.filterFlowRuns([...ids])).map((run) => [run.id, stateOf(run)]))

  const changes = new Map<string, States>()
  for (const { mergeKey, id, state: told } of followed) {
    const state = seen.get(id)
    if (state == null || isSame(state, told)) continue
    changes.set(mergeKey, { ...changes.get(mergeKey), [id]: state })
  }
  for (const [mergeKey, states] of changes) await signal(newsSignal(mergeKey), { states })
}

/** The same state entered anew is no news: a run that waits for a slot does so every half a minute. */
function isSame(left: ReportedState, right: FollowedRun['state']): boolean {
  return left.type === right?.type && left.name === right.name
}

/** A run whose merge does not wait for news any more is not looked at, whatever is stored. */
function isDue(run: FollowedRun, lookedAt: number | undefined, { now, followFor }: FollowServices): boolean {
  const unchanged = now() - run.changedAt
  return unchanged < followFor && now() - (lookedAt ?? run.changedAt) >= pauseBeforeLook(unchanged)
}

function lookKey({ mergeKey, id }: FollowedRun): string {
  return `${mergeKey} ${id}`
}

/** Runs that are no longer followed must not fill the memory. */
function forget(lookedAt: Map<string, number>, followed: readonly FollowedRun[]): void {
  if (lookedAt.size <= followed.length) return
  const kept = new Set(followed.map(lookKey))
  for (const key of lookedAt.keys()) if (!kept.has(key)) lookedAt.delete(key)
}
