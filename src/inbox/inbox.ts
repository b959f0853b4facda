import type { FollowedRun, Merge, PlannedRun, RememberedRun, Report } from '../resume/index.ts'
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

/** A merge of which there is something to tell. */
export interface Untold {
  key: string
  /** Null for a merge on which nobody may comment. */
  installation: string | null
}

/** A report that people cannot read yet, or only an older one. */
export interface UntoldReport {
  key: string
  report: Report
  version: number
  /** The comment that tells of the merge; null while it is not known to be there. */
  commentId: string | null
  /** How often in a row it could not be told. */
  failures: number
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
  /** The keys of the merges not yet handed over, oldest first. */
  pendingKeys(): Promise<string[]>
  /** How many merges wait to be handed over. */
  countPending(): Promise<number>
  /** Notes that the engine has the work; the request is dropped. */
  handedOver(key: string, plan: readonly PlannedRun[]): Promise<void>
  /** Stores a merge's report, which is then to be told, and what became of each run. */
  remember(report: Report, runs: readonly RememberedRun[]): Promise<void>
  /** The runs of all merges that are still followed. */
  followed(): Promise<FollowedRun[]>
  /** The merges whose newest report people cannot read yet and may be told now, oldest first. */
  untold(): Promise<Untold[]>
  /** Takes a merge's newest report to be told, for so many milliseconds; null when somebody else has it. */
  claimUntold(key: string, duration: number): Promise<UntoldReport | null>
  /** Notes that a report stands on the pull request, in this comment; null where it never can. */
  told(report: UntoldReport, commentId: string | null): Promise<void>
  /** Notes that it could not be told; it is untold again after so many milliseconds. */
  notTold(report: UntoldReport, pause: number): Promise<void>
  close(): Promise<void>
}
