import type { FlowRunNow, FlowRunState } from '../prefect/index.ts'
import { isSameState, isTerminal, type ReportedState, reportedState, stateOf } from './reported-state.ts'
import type { RunReport } from './run-report.ts'
import type { FollowedRun } from './services.ts'

/** For so long, in milliseconds, nobody need know that nobody picks a run up. */
const patience = 10 * 60_000

/** The states of one run are told up to so many: one that waits for a slot may change for days. */
const mostStates = 50

/** What a look at a followed run gave. */
export type Sight =
  /** Nothing to tell. */
  | 'same'
  /** Its state is another one. */
  | 'moved'
  /** Nobody picks it up, for too long by now. */
  | 'stuck'
  /** It has not ended, but nobody waits for it any longer. */
  | 'over'
  /** Prefect does not know it any more. */
  | 'deleted'

/**
 * What is new about a followed run.
 *
 * @param state as it is now; null where Prefect does not know the run any more
 * @param now in milliseconds since 1970
 */
export function sightOf(followed: FollowedRun, state: ReportedState | null, now: number): Sight {
  if (state !== null && !isSameState(state, followed.state)) return 'moved'
  if (now >= followed.until) return 'over'
  const waits = followed.state?.name === 'Late' && now - followed.changedAt >= patience
  return waits && !followed.stuck ? 'stuck' : 'same'
}

/**
 * The report of a followed run with what is new about it.
 *
 * @param states all states of the run, oldest first, where they were read; they tell what a look missed
 */
export function withSight(
  report: RunReport,
  sight: Exclude<Sight, 'same'>,
  run: FlowRunNow | null,
  states: readonly FlowRunState[],
): RunReport {
  if (sight === 'stuck') return { ...report, stuck: true }
  if (sight === 'over') return { ...report, following: false }
  if (sight === 'deleted') return { ...report, following: false, deleted: true }
  const state = stateOf(run)
  if (run === null || state === null) return report
  return {
    ...report,
    now: state,
    history: historyWith(report.history, states, state),
    runCount: run.runCount,
    following: !isTerminal(state.type),
    stuck: false,
  }
}

function historyWith(
  history: readonly ReportedState[],
  states: readonly FlowRunState[],
  state: ReportedState,
): ReportedState[] {
  const first = history[0]
  const start = first === undefined ? -1 : states.findIndex(({ timestamp }) => timestamp === first.since)
  const whole = start === -1 ? [...history, state] : states.slice(start).map(reportedState)
  return whole.length <= mostStates ? whole : [...whole.slice(0, 1), ...whole.slice(1 - mostStates)]
}
