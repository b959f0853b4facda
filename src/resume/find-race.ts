import type { FlowRunState } from '../prefect/index.ts'
import type { FlowRunFacts } from './decide.ts'
import { findProof } from './proof.ts'
import type { Request } from './request.ts'

/**
 * The state that a run entered after it was decided on and before it was set to Scheduled; null when there was none.
 * Somebody was quicker then, and the run may execute twice.
 *
 * @param facts what was decided on
 * @param history the run's states as they are afterwards, oldest first
 */
export function findRace(
  facts: FlowRunFacts,
  history: readonly FlowRunState[],
  request: Request,
): FlowRunState | null {
  const before = findProof(history, request)?.before ?? null
  const seen = facts.history.at(-1)
  return before === null || seen === undefined || before.timestamp === seen.timestamp ? null : before
}
