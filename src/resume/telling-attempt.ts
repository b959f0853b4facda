import type { RunReport } from './run-report.ts'

/**
 * The attempt that tells how a run stands: the newest one, unless all it did was to find the run under way through an
 * earlier one, as when somebody asks again while that is still being tried.
 *
 * @param attempts of one run for one merge, oldest first
 */
export function tellingAttempt<Attempt extends Pick<RunReport, 'outcome' | 'history'>>(
  attempts: readonly Attempt[],
): Attempt | undefined {
  const newest = attempts.at(-1)
  const why = newest?.outcome.kind === 'left-alone' ? newest.outcome.why : null
  if (why?.reason !== 'resumed-since') return newest
  const began = attempts.find(
    ({ outcome, history }) => outcome.kind === 'resumed' && history[0]?.since === why.at,
  )
  return began ?? newest
}
