import type { Report, RunReport } from '../../resume/index.ts'
import { badEnd, isPaused } from './run-phase.ts'

/** What people should hear of at once; edits of the comment notify nobody. */
export interface Alert {
  kind: AlertKind
  /** The attempt in which it came to this. */
  attempt: number
  /** Those that it is about, as they stand now. */
  runs: readonly RunReport[]
  /** The same for this kind and attempt whatever else happens: an alert is told once. */
  key: string
}

export type AlertKind =
  /** Failed again, crashed or was cancelled after it was resumed. */
  | 'failed'
  /** Nobody picks it up. */
  | 'stuck'
  /** It waits for somebody, was given up, or may run twice. */
  | 'needs-person'

/**
 * What of a report deserves a short comment of its own. What was so already when the comment was made does not: making
 * it notified people. So whoever makes the comment takes the alerts of that report for told. A later attempt that is
 * skipped changes nothing for the runs that an earlier one resumed.
 */
export function alertsOf({ standing, runs }: Report): Alert[] {
  if (standing.kind === 'acts' && standing.comment === 'never') return []
  const groups = Map.groupBy(runs, (run) => {
    const kind = kindOf(run)
    return kind === null ? '' : `${kind}-${run.attempt}`
  })
  return [...groups].flatMap(([key, alike]) => {
    const [first] = alike
    const kind = first === undefined ? null : kindOf(first)
    return first === undefined || kind === null ? [] : { kind, attempt: first.attempt, runs: alike, key }
  })
}

function kindOf(run: RunReport): AlertKind | null {
  if (badEnd(run) !== null) return 'failed'
  if (run.stuck) return 'stuck'
  const { outcome } = run
  if (isPaused(run) || outcome.kind === 'given-up' || isLateRace(run)) return 'needs-person'
  return null
}

/** The race of the first attempt is known when the comment is made; that of a later one comes to an old comment. */
function isLateRace({ outcome, attempt }: RunReport): boolean {
  return outcome.kind === 'resumed' && outcome.race !== null && attempt > 1
}
