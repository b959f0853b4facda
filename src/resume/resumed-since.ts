import type { FlowRunState } from '../prefect/index.ts'
import type { LeftAlone } from './left-alone.ts'

const ended: ReadonlySet<string> = new Set(['FAILED', 'CRASHED', 'CANCELLED'])

/** Other states that somebody may set, such as COMPLETED, do not make it run. */
const goesOn: ReadonlySet<string> = new Set(['SCHEDULED', 'PENDING', 'RUNNING'])

/**
 * Who set a run to go on after its last failure, and when; null for a run that did not fail, or went on by itself
 * (Prefect's own retries do not pass through FAILED).
 */
export function resumedSince(history: readonly FlowRunState[]): LeftAlone | null {
  const failed = history.findLastIndex(({ type }) => ended.has(type))
  const next = failed === -1 ? undefined : history[failed + 1]
  if (next === undefined || !goesOn.has(next.type)) return null
  return { reason: 'resumed-since', by: next.message, at: next.timestamp }
}
