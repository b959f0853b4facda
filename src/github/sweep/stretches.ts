import type { Listing } from '../../inbox/index.ts'
import type { DeliveryPage } from './delivery-log.ts'
import { patience } from './patience.ts'

/** A part of GitHub's log that is still to be listed. */
export interface Stretch {
  /** The page on which it begins; null for the newest. */
  cursor: string | null
  /** It ends with the deliveries that were made before, in milliseconds since 1970. */
  downTo: number
}

/**
 * What is still to be listed: what is new and, where a listing was cut off, what lay beyond.
 *
 * @param now in milliseconds since 1970
 */
export function stretchesOf({ listedTo, unfinished }: Listing, now: number): Stretch[] {
  const oldest = now - patience.window
  const downTo = (time: number | null): number =>
    time === null ? oldest : Math.max(oldest, time - patience.overlap)
  if (unfinished === null) return [{ cursor: null, downTo: downTo(listedTo) }]
  return [
    { cursor: null, downTo: downTo(unfinished.newest) },
    { cursor: unfinished.cursor, downTo: downTo(listedTo) },
  ]
}

/** The page of a stretch that follows; null when that was the last one. */
export function nextOf({ deliveries, next }: DeliveryPage, { downTo }: Stretch): string | null {
  const last = deliveries.at(-1)
  return last === undefined || last.deliveredAt < downTo ? null : next
}

/**
 * How far the listing has come with a page.
 *
 * @param more the page that is to be listed next, of this stretch or a later one; null when there is none
 */
export function advance(listing: Listing, { deliveries }: DeliveryPage, more: string | null): Listing {
  const { listedTo, unfinished } = listing
  const times = [listedTo, unfinished?.newest ?? null, ...deliveries.map(({ deliveredAt }) => deliveredAt)]
  const known = times.filter((time) => time !== null)
  if (known.length === 0) return listing
  const newest = Math.max(...known)
  return more === null
    ? { listedTo: newest, unfinished: null }
    : { listedTo, unfinished: { newest, cursor: more } }
}
