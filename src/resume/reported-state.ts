import { z } from 'zod'
import type { FlowRunNow, FlowRunState } from '../prefect/index.ts'

/** A flow run's state, as people know it: type and name as Prefect writes them. */
export const reportedStateSchema = z.object({
  /** `FAILED`, `SCHEDULED`, … */
  type: z.string(),
  /** `Failed`, `Late`, `AwaitingRetry`, …: whoever wrote the state chose it, so it is untrusted. */
  name: z.string(),
  /** ISO 8601; when the run entered the state. */
  since: z.string(),
  /** Untrusted, and shown in private repositories only. */
  message: z.string().nullable(),
})

export type ReportedState = z.infer<typeof reportedStateSchema>

const terminal: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'CRASHED', 'CANCELLED'])

/** Whether a run in a state of this type has ended. */
export function isTerminal(type: string): boolean {
  return terminal.has(type)
}

/** A state of Prefect, as the report shows it. */
export function reportedState({ type, name, timestamp, message }: FlowRunState): ReportedState {
  return { type, name, since: timestamp, message }
}

/** The state in which a flow run is; null for a run without any. */
export function stateOf(run: Pick<FlowRunNow, 'state'> | null): ReportedState | null {
  return run?.state == null ? null : reportedState(run.state)
}

/** The same state entered anew is no news: a run that waits for a slot does so every half a minute. */
export function isSameState(
  left: Pick<ReportedState, 'type' | 'name'> | null,
  right: Pick<ReportedState, 'type' | 'name'> | null,
): boolean {
  return left?.type === right?.type && left?.name === right?.name
}
