import type { FollowedRun, Merge, PlannedRun, RememberedRun } from '../resume/index.ts'
import type { Delivery, StoredRequest } from './delivery.ts'

/** A merge whose work the durable engine has not taken yet. */
export interface PendingMerge {
  key: string
  merge: Merge
  request: StoredRequest
}

/** What is stored of a delivery. */
export interface StoredDelivery {
  guid: string
  mergeKey: string | null
  timesReceived: number
  outcome: string | null
}

/** What was received, and what became of it: durable, and ours, in front of the engine. */
export interface Inbox {
  /**
   * Stores a delivery; it is on disk when the promise resolves. The same delivery again is only counted, and a
   * merge that another delivery brought is kept once.
   */
  record(delivery: Delivery): Promise<void>
  delivery(guid: string): Promise<StoredDelivery | null>
  /** Notes what the App decided about a delivery. */
  settle(guid: string, outcome: string): Promise<void>
  /** The merge, unless it was handed over already (or never recorded). */
  pending(key: string): Promise<PendingMerge | null>
  /** What a restart finds not yet handed over, oldest first. */
  allPending(): Promise<PendingMerge[]>
  /** How many merges wait to be handed over. */
  countPending(): Promise<number>
  /** Notes that the engine has the work; the request is dropped. */
  handedOver(key: string, plan: readonly PlannedRun[]): Promise<void>
  /** Stores what became of a merge's runs, and which are followed on. */
  remember(key: string, runs: readonly RememberedRun[]): Promise<void>
  /** The runs of all merges that are still followed. */
  followed(): Promise<FollowedRun[]>
  commentId(key: string): Promise<string | null>
  rememberComment(key: string, commentId: string): Promise<void>
  close(): Promise<void>
}
