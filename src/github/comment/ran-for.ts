import type { ReportedState, RunReport } from '../../resume/index.ts'
import { spanWords } from './times.ts'

/** How long a state lasted in which the run worked; empty for others, and for the newest. */
export function ranUntil(state: ReportedState, next: ReportedState | undefined): string {
  if (state.type !== 'RUNNING' || next === undefined) return ''
  return spanWords(state.since, next.since) ?? ''
}

/** `It ran for 3 min 12 s.`; empty where it did not start, or more than once, so that one time says too little. */
export function ranFor({ history }: RunReport): string {
  const times = history.flatMap((state, index) => ranUntil(state, history[index + 1]) || [])
  return times.length === 1 ? `It ran for ${times[0]}.` : ''
}
