import type { Outcome } from './outcome.ts'

/** In milliseconds: all waiting of one call together. Who can wait longer, asks again later. */
export const longestWait = 60_000
const firstDelay = 250
const longestDelay = 8000

/** How one call was repeated so far. */
export type Tries = {
  /** 1 after the first try. */
  readonly attempts: number
  readonly maxRetries: number
  /** In milliseconds, between the tries. */
  readonly waited: number
}

/**
 * How long to wait before a read is tried again, in milliseconds; null when it should not be.
 *
 * `Retry-After` is kept to the full and up to a fifth more, so that all who were sent away do not come back at
 * once; without it, the time doubles from try to try.
 *
 * @param random from 0 to 1
 */
export function retryDelay(outcome: Outcome, tries: Tries, random: number): number | null {
  if (tries.attempts > retriesOf(outcome, tries.maxRetries)) return null
  const asked = outcome.kind === 'answer' ? outcome.retryAfter : null
  const delay = asked ?? Math.min(longestDelay, firstDelay * 2 ** (tries.attempts - 1))
  return tries.waited + delay > longestWait ? null : delay * (1 + random / 5)
}

function retriesOf(outcome: Outcome, maxRetries: number): number {
  if (outcome.kind === 'unreachable') return outcome.certificate ? 0 : maxRetries
  if (outcome.kind !== 'answer') return 0
  const { status } = outcome
  // A fault in Prefect's own code, which comes again as a rule; once it may have been a database that came back.
  if (status === 500) return Math.min(1, maxRetries)
  return status === 408 || status === 429 || status >= 502 ? maxRetries : 0
}
