import { z } from 'zod'
import { UnclearCommentError } from './unclear-comment-error.ts'

/**
 * Before the first edit of a comment and between any two, in milliseconds. A run moves quickly at first, and a short one
 * has ended by then: one edit tells all of it. One that waits for a slot may change for days: a comment that was written
 * so often must not use up what its installation may write.
 */
const pace = { firstEdit: 3000, betweenEdits: 10_000, often: 30, betweenOften: 60_000 }

/** GitHub takes 500 contents of an installation in an hour; so many of ours leave room for others. */
const mostWrites = 400

/** Of these, so many are kept for first and last words. */
const keptForUrgent = 100

/**
 * How long one that failed is left alone, in milliseconds: doubling from the first to the longest. GitHub may show a
 * comment late that it stored without saying so.
 */
const pauses = { first: 1000, unclear: 30_000, longest: 300_000 }

/** GitHub's own words on when to come back. */
const limitSchema = z.object({
  response: z.object({
    headers: z.object({
      'retry-after': z.coerce.number().int().positive().optional().catch(undefined),
      'x-ratelimit-remaining': z.coerce.number().optional().catch(undefined),
      'x-ratelimit-reset': z.coerce.number().int().positive().optional().catch(undefined),
    }),
  }),
})

/** Whether something may be written for an installation for which so much was written within the last hour. */
export function mayWrite(written: number, isUrgent: boolean): boolean {
  return written < (isUrgent ? mostWrites : mostWrites - keptForUrgent)
}

/** How long a comment that was written so often is left as it is, in milliseconds. */
export function pauseAfterWriting(times: number): number {
  if (times === 0) return 0
  if (times === 1) return pace.firstEdit
  return times < pace.often ? pace.betweenEdits : pace.betweenOften
}

/**
 * How long to wait after a failure, in milliseconds: as long as GitHub says, where it does.
 *
 * @param failures how often it had failed in a row before
 * @param now in milliseconds since 1970
 */
export function pauseAfterFailure(error: unknown, failures: number, now: number): number {
  const first = error instanceof UnclearCommentError ? pauses.unclear : pauses.first
  const ours = Math.max(first, Math.min(pauses.first * 2 ** failures, pauses.longest))
  return Math.max(ours, wantedPause(error, now))
}

/**
 * How long GitHub wants us to wait after a failure, in milliseconds; 0 where it does not say.
 *
 * @param now in milliseconds since 1970
 */
export function wantedPause(error: unknown, now: number): number {
  const limit = limitSchema.safeParse(error)
  if (!limit.success) return 0
  const { headers } = limit.data.response
  const after = headers['retry-after']
  if (after !== undefined) return after * 1000
  const reset = headers['x-ratelimit-reset']
  return headers['x-ratelimit-remaining'] === 0 && reset !== undefined ? Math.max(0, reset * 1000 - now) : 0
}
