import type { FlowRun, FlowRunState } from '../prefect/index.ts'
import type { ReportedState, RunReport } from './report.ts'

const terminal: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'CRASHED', 'CANCELLED'])

/** A state of Prefect, as the report shows it. */
export function reportedState({ type, name, timestamp, message }: FlowRunState): ReportedState {
  return { type, name, since: timestamp, message }
}

/** The state in which a flow run is; null for a run without any. */
export function stateOf(run: FlowRun | null): ReportedState | null {
  return run?.state == null ? null : reportedState(run.state)
}

/** The newest state since the merge; the one of before is not how the run ended this time. */
export function stateSince({ was, now }: RunReport): ReportedState | null {
  return now?.type === was?.type && now?.since === was?.since ? null : now
}

/** Whether this merge resumed the run, and its end has not been seen. */
export function isUnderWay(run: RunReport): boolean {
  return run.outcome.kind === 'resumed' && !terminal.has(stateSince(run)?.type ?? '')
}
