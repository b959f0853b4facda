/** A delivery of which GitHub's log tells that we did not take it. Times are in milliseconds since 1970. */
export interface MissedDelivery {
  guid: string
  /** GitHub's id of one of its attempts: digits, more than a number holds. */
  id: string
  deliveredAt: number
  /** How often GitHub was asked to deliver it again. */
  timesAsked: number
  /** It is not asked for before. */
  askAt: number
  /** Null while it is missed; `answered` by GitHub's log, `stored` by our own. */
  outcome: 'answered' | 'stored' | 'given-up' | null
}

/** How far GitHub's log of deliveries was listed, from the newest to older ones. */
export interface Listing {
  /** All that was delivered until then was listed; null when no listing was ever finished. */
  listedTo: number | null
  /** One that was cut off: when the newest delivery was made that it found, and the page on which it goes on. */
  unfinished: { newest: number; cursor: string } | null
}

/** What GitHub could not deliver, and how far its log was listed. */
export interface MissedDeliveries {
  listing(): Promise<Listing>
  /** What is known of those of these GUIDs, if anything. */
  known(guids: readonly string[]): Promise<ReadonlyMap<string, MissedDelivery>>
  /** Stores what a page told, together with how far the listing has come. */
  noteListed(deliveries: readonly MissedDelivery[], listing: Listing): Promise<void>
  /** Those whose turn has come, that wait longest first. */
  due(now: number): Promise<MissedDelivery[]>
  note(delivery: MissedDelivery): Promise<void>
  /** When the turn of the next one comes; null when none is missed. */
  nextDue(): Promise<number | null>
  /** When the next round is due; null before the first. */
  nextRound(): Promise<number | null>
  scheduleRound(at: number): Promise<void>
  /** Forgets those that were delivered before and are not missed any more. */
  forget(before: number): Promise<void>
}
