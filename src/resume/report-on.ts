import type { FlowRunState } from '../prefect/index.ts'
import type { FlowRunFacts } from './decide.ts'
import type { Outlook } from './outlook.ts'
import type { PlannedRun } from './planned-run.ts'
import { findProof } from './proof.ts'
import { reportedState, stateOf } from './reported-state.ts'
import type { Request } from './request.ts'
import { isUnderWay, type RunOutcome, type RunReport } from './run-report.ts'

/** What people read of a run: who it is and how it was found, as far as that could be read, and what became of it. */
export function reportOn({ id, url }: PlannedRun, { attempt }: Request) {
  return (facts: FlowRunFacts | null, outcome: RunOutcome): RunReport => {
    const state = stateOf(facts?.run ?? null)
    return {
      id,
      url,
      attempt,
      name: facts?.run?.name ?? null,
      flow: named(facts?.flow),
      deployment: named(facts?.deployment),
      outcome,
      was: state,
      now: state,
      history: [],
      runCount: facts?.run?.runCount ?? null,
      outlook: null,
      following: false,
      stuck: false,
      deleted: false,
    }
  }
}

/**
 * The same for a run that this attempt set to Scheduled.
 *
 * @param states the run's, oldest first; those since the proof are told
 */
export function reportResumed(
  report: RunReport,
  states: readonly FlowRunState[],
  request: Request,
  outlook: Outlook | null,
): RunReport {
  const done = findProof(states, request)
  const since = states.slice(done === null ? 0 : states.indexOf(done.state)).map(reportedState)
  const was = done?.before == null ? report.was : reportedState(done.before)
  const resumed = { ...report, was, now: since.at(-1) ?? null, history: since, outlook }
  return { ...resumed, following: isUnderWay(resumed) }
}

function named(thing: { id: string; name: string } | null | undefined): { id: string; name: string } | null {
  return thing == null ? null : { id: thing.id, name: thing.name }
}
