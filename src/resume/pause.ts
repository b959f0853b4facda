import type { Obstacle } from './run-report.ts'

const second = 1000
const minute = 60 * second

/** The engine remembers at most 1,000 steps of a workflow: two are used a try. */
const mostTries = 300

/**
 * How long to wait before Prefect is asked again, in milliseconds: doubling from 2 s, and up to half of it more or
 * less by chance, so that many merges do not come back at the same moment.
 *
 * @param tries how often it was asked already
 * @param followFor how long a merge is worked on, in milliseconds
 */
export function pauseBeforeTry(obstacles: readonly Obstacle[], tries: number, followFor: number): number {
  // Refused credentials do not mend themselves: somebody has to see the comment first.
  const first = obstacles.some(({ because }) => because === 'no-access') ? minute : 2 * second
  const longest = Math.max(5 * minute, followFor / mostTries)
  return Math.min(first * 2 ** (tries - 1), longest) * (0.75 + Math.random() / 2)
}
