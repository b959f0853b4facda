import type { MergeRecord, NamedRun } from '../../inbox/index.ts'
import { isTerminal, stateSince, tellingAttempt } from '../../resume/index.ts'

/** What a person wants of a merge, sorted by what there is to do. */
export interface Choice {
  /** The ids of the runs to try once more. */
  ask: readonly string[]
  /** Those that an earlier attempt has resumed, and that have not ended since, as far as is known. */
  underWay: readonly NamedRun[]
}

/**
 * The runs of a merge that a further attempt is for: those that are named on the command line, else all that the pull
 * request means. One that runs again is not resumed over itself, and one that completed is done, unless it is named.
 *
 * @param named the ids of runs of this merge, in lower case; empty for none in particular
 */
export function chooseRuns({ runs }: Pick<MergeRecord, 'runs'>, named: readonly string[]): Choice {
  const wanted = runs.filter(({ id, acts }) => (named.length === 0 ? acts : named.includes(id)))
  const underWay = wanted.filter(isUnderWay)
  const left = wanted.filter((run) => !isUnderWay(run) && (named.length > 0 || !hasCompleted(run)))
  return { ask: left.map(({ id }) => id), underWay }
}

function isUnderWay({ attempts }: NamedRun): boolean {
  const telling = tellingAttempt(attempts)
  return telling?.outcome.kind === 'resumed' && telling.following
}

function hasCompleted({ attempts }: NamedRun): boolean {
  const telling = tellingAttempt(attempts)
  const state = telling?.outcome.kind === 'resumed' ? stateSince(telling) : null
  return state !== null && isTerminal(state.type) && state.type === 'COMPLETED'
}
