import type { Merge, Plan, Report, ReportStore, Work } from '../resume/index.ts'
import type { Delivery, StoredRequest } from './delivery.ts'
import type { MissedDeliveries } from './missed-delivery.ts'

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
  /** Whether it is the first or the last word on the merge: people wait for these. */
  isUrgent: boolean
}

/** A report that people cannot read yet, or only an older one. */
export interface UntoldReport {
  key: string
  report: Report
  version: number
  /** The comment that tells of the merge; null while it is not known to be there. */
  commentId: string | null
  /** Of the text that stands there; null while none does. */
  digest: string | null
  /** How often the comment was written. */
  tells: number
  /** How often in a row it could not be told. */
  failures: number
  /** The short comments that were added before, by their keys. */
  alerts: readonly string[]
}

/** What stands on the pull request now. */
export interface Told {
  /** Null where there never can be a comment, or none is wanted. */
  commentId: string | null
  digest: string | null
  /** The keys of all short comments. */
  alerts: readonly string[]
  /** How often the comment was written this time. */
  writes: number
}

/** How much was forgotten. */
export interface Forgotten {
  merges: number
  deliveries: number
}

/** What was received, and what became of it: durable, and ours, in front of the engine. */
export interface Inbox extends ReportStore {
  /**
   * Stores a delivery; it is on disk when the promise resolves. The same delivery again is only counted, and a
   * merge that another delivery brought is kept once.
   */
  record(delivery: Delivery): Promise<void>
  delivery(guid: string): Promise<StoredDelivery | null>
  /** Notes what the App decided about a delivery, and why, where nothing is done. */
  settle(guid: string, outcome: string, reason: string | null): Promise<void>
  /** The merge, unless it was handed over already (or never recorded). */
  pending(key: string): Promise<PendingMerge | null>
  /** The keys of the merges not yet handed over, oldest first. */
  pendingKeys(): Promise<string[]>
  /** How many merges wait: not yet taken up, or with a run not yet decided. Those only followed do not. */
  countWaiting(): Promise<number>
  /** Notes that the engine has the work; the request is dropped. */
  handedOver(key: string, plan: Plan): Promise<void>
  /** The further attempts that the engine has not taken yet, oldest first. */
  pendingAttempts(): Promise<Work[]>
  /** Notes that the engine has the attempt. */
  attemptTaken(mergeKey: string, attempt: number): Promise<void>
  /** The merges whose newest report people cannot read yet and may be told now, the most urgent first. */
  untold(): Promise<Untold[]>
  /** Takes a merge's newest report to be told, for so many milliseconds; null when somebody else has it. */
  claimUntold(key: string, duration: number): Promise<UntoldReport | null>
  /** Keeps a report that is being told for so many milliseconds more. */
  keepClaim(key: string, duration: number): Promise<void>
  /** Notes what stands on the pull request; a newer report is told after so many milliseconds at the earliest. */
  told(report: UntoldReport, told: Told, pause: number): Promise<void>
  /** Notes that it could not be told; it is untold again after so many milliseconds. */
  notTold(report: UntoldReport, pause: number): Promise<void>
  /** How often something was written for an installation within the last hour. */
  writesOf(installation: string): Promise<number>
  /** Notes that something was written for an installation. */
  wrote(installation: string): Promise<void>
  /** Writes something that is nobody's; rejects while the store cannot be written: its disk is full, for instance. */
  tryToWrite(): Promise<void>
  /**
   * Forgets some of what is over since before a time (in milliseconds since 1970), little enough that nobody waits for
   * it. Nothing is left of that when both are 0. What is open, followed, untold or asked for again is never forgotten.
   */
  forget(before: number): Promise<Forgotten>
  /** The settings files of repositories. */
  readonly files: FileMemory
  /** What GitHub could not deliver. */
  readonly missed: MissedDeliveries
  /** Lets go of a right, so that others need not wait. */
  letGo(right: string): Promise<void>
  close(): Promise<void>
}

/** Files of GitHub's, as it last gave them. */
export interface FileMemory {
  recall(key: string): Promise<KnownFile | null>
  remember(key: string, known: KnownFile): Promise<void>
}

/** `text` is null for a file that is known not to be there. */
export interface KnownFile {
  etag: string | null
  text: string | null
}
