import type { MissedDelivery } from '../../inbox/index.ts'
import { patience } from './patience.ts'

/** What is done about a missed delivery just now. */
export type MissedDecision = 'ask' | 'wait' | 'give-up' | 'stored'

/**
 * What is done about a missed delivery.
 *
 * @param isStored whether our own store has it: GitHub's log may say otherwise, where our answer was lost
 * @param now in milliseconds since 1970
 */
export function decideOnMissed(
  { deliveredAt, askAt, timesAsked, outcome }: MissedDelivery,
  isStored: boolean,
  now: number,
): MissedDecision {
  if (outcome !== null || askAt > now) return 'wait'
  if (isStored) return 'stored'
  if (timesAsked >= patience.mostAsks || deliveredAt < now - patience.window) return 'give-up'
  return 'ask'
}

/** A delivery for which GitHub was just asked. */
export function askedOnce(missed: MissedDelivery, now: number): MissedDelivery {
  const pause = Math.min(patience.firstPause * 2 ** missed.timesAsked, patience.longestPause)
  return { ...missed, timesAsked: missed.timesAsked + 1, askAt: now + pause }
}
