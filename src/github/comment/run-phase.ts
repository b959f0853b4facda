import {
  isUnderWay,
  type ReportedState,
  type RunReport,
  stateSince,
  type Warning,
} from '../../resume/index.ts'

const unsuccessful: ReadonlySet<string> = new Set(['FAILED', 'CRASHED', 'CANCELLED'])

/** How a resumed run ended, where that was not well; null for all others. */
export function badEnd(run: RunReport): ReportedState | null {
  const state = run.outcome.kind === 'resumed' ? stateSince(run) : null
  return state !== null && unsuccessful.has(state.type) ? state : null
}

/** Whether the run is yet to show what it does, or would be. */
export function isAhead(run: RunReport): boolean {
  return (isUnderWay(run) && !run.deleted) || run.outcome.kind === 'would-resume'
}

/** Whether a resumed run has not been taken up by anybody since. */
export function isUntouched(run: RunReport): boolean {
  if (run.outcome.kind !== 'resumed' || run.deleted) return false
  const state = stateSince(run)
  return state === null || (state.type === 'SCHEDULED' && /^(?:Scheduled|Late)$/.test(state.name))
}

/** Whether a resumed run waits for a person to let it go on. */
export function isPaused(run: RunReport): boolean {
  return run.outcome.kind === 'resumed' && stateSince(run)?.type === 'PAUSED'
}

/** What keeps anybody from taking a run up; once somebody has, that is over. */
export function standingWarnings(run: RunReport): readonly Warning[] {
  return isUntouched(run) ? (run.outlook?.warnings ?? []) : []
}
