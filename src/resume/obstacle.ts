import {
  PrefectAmbiguousAnswerError,
  PrefectError,
  PrefectForbiddenError,
  PrefectUnauthorizedError,
} from '../prefect/index.ts'
import type { Obstacle } from './run-report.ts'

/** Whether Prefect said that it could not do it just now: its database is locked now and then. */
export function isPassing(error: unknown): boolean {
  return error instanceof PrefectAmbiguousAnswerError && !error.mayStillHappen
}

/**
 * What Prefect's failure means for a later try; what is not Prefect's failure is ours, and is thrown on.
 *
 * @param sentAt when an earlier try sent what may still have its effect; null without one
 */
export function obstacleOf(error: unknown, sentAt: number | null, now: number): Obstacle {
  if (!(error instanceof PrefectError)) throw error
  const refused = error instanceof PrefectUnauthorizedError || error instanceof PrefectForbiddenError
  const sent = error instanceof PrefectAmbiguousAnswerError && error.mayStillHappen
  return {
    because: refused ? 'no-access' : 'unreachable',
    problem: error.message,
    sentAt: sent ? now : sentAt,
  }
}
