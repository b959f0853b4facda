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

/** Whether something may still happen to a run that this merge resumed. */
export function isUnderWay({ outcome, now }: RunReport): boolean {
  return outcome.kind === 'resumed' && !terminal.has(now?.type ?? '')
}
