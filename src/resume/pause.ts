import type { Report } from './report.ts'

const second = 1000
const minute = 60 * second

/** The engine remembers at most 1,000 steps of a workflow: two are used a try, and two a change that is told. */
const mostTries = 300
export const mostChanges = 150

/**
 * How long to wait before Prefect is asked again, in milliseconds: doubling from 2 s, and up to half of it more or
 * less by chance, so that many merges do not come back at the same moment.
 *
 * @param tries how often it was asked already
 * @param followFor how long a merge is worked on, in milliseconds
 */
export function pauseBeforeTry(report: Report, tries: number, followFor: number): number {
  const refused = report.runs.some(
    ({ outcome }) => outcome.kind === 'trying' && outcome.obstacle.because === 'no-access',
  )
  // Refused credentials do not mend themselves: somebody has to see the comment first.
  const first = refused ? minute : 2 * second
  const longest = Math.max(5 * minute, followFor / mostTries)
  return Math.min(first * 2 ** (tries - 1), longest) * (0.75 + Math.random() / 2)
}

/**
 * How long to wait before a run is looked at again, in milliseconds: often while it moves, seldom later.
 *
 * @param unchanged for how long its state has been the same, in milliseconds
 */
export function pauseBeforeLook(unchanged: number): number {
  if (unchanged < 10 * second) return 2 * second
  if (unchanged < 2 * minute) return 5 * second
  if (unchanged < 60 * minute) return 30 * second
  return 5 * minute
}
