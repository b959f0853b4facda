import type { LeftAlone, Merge, Plan, RunReport, Standing } from '../../resume/index.ts'

/**
 * All that is stored of one merge; or, where there is none, of a pull request or of a single delivery. Times are
 * ISO 8601. Names, labels and messages are untrusted.
 */
export interface Dossier {
  /** Oldest first: those of the merge, and others of its pull request that tell of no merge. */
  deliveries: readonly DeliveryRecord[]
  /** Null where no delivery told of one. */
  merge: MergeRecord | null
}

/** One delivery of GitHub. */
export interface DeliveryRecord {
  guid: string
  event: string
  action: string | null
  /** As it was called when it was sent. */
  repository: { id: string; fullName: string } | null
  /** The pull request's number. */
  number: number | null
  /** Whether it told of a merge that may name flow runs. */
  tellsOfMerge: boolean
  receivedAt: string
  timesReceived: number
  /** Null until it was decided what to do with it. */
  outcome: string | null
  /** Why nothing is done, where nothing is. */
  reason: string | null
}

/** One merge, and what became of it. */
export interface MergeRecord extends Merge {
  /** Ids only: the same through renames. */
  key: string
  recordedAt: string
  /** When the work was taken up; null while it was not. */
  handedOverAt: string | null
  /** What holds for all its runs; null until that is known. */
  standing: Standing | null
  /** In the order in which the pull request names them. */
  runs: readonly NamedRun[]
  /** How many more flow runs it names than are looked at. */
  beyondLimit: number
  /** Addresses that look like runs, but name none for us. */
  unused: Plan['unused']
  /** Why no event fits the trigger, where none does. */
  mismatch: string | null
  /** The attempts beyond the first, for which people asked. */
  askedAttempts: readonly AskedAttempt[]
  comment: CommentRecord
  /** When nothing was left to do; null while there is. */
  finishedAt: string | null
}

/** A flow run that the pull request names, as it was found there. */
export interface NamedRun {
  id: string
  /** Its page in the Prefect UI. */
  url: string
  account: string | null
  workspace: string | null
  /** Whether it is to be resumed; false where it is only mentioned, beside others that follow a closing word. */
  acts: boolean
  /** Why it is left alone before Prefect is asked; null where Prefect's answers decide. */
  why: LeftAlone | null
  /** What the template made of it; null where it failed. */
  event: Plan['runs'][number]['event']
  /** What became of it, oldest attempt first; empty while nobody has looked at it. */
  attempts: readonly RunAttempt[]
}

/** What one attempt made of a run. */
export interface RunAttempt extends Omit<RunReport, 'id' | 'url'> {
  /** The workspace that is asked; null when it is not ours. */
  servedBy: string | null
  /** Whether it is not decided yet, or its end is waited for. */
  open: boolean
  /** When its state was last seen to change, by our own clock. */
  changedAt: string
  /** When it is looked at next, where it is followed. */
  lookAt: string
  followUntil: string
}

/** A further attempt. */
export interface AskedAttempt {
  attempt: number
  /** The ids of the runs that are meant; null for all. */
  runs: readonly string[] | null
  askedAt: string
  /** When it was taken up; null while it was not. */
  handedOverAt: string | null
}

/** What people were told on the pull request. */
export interface CommentRecord {
  /** Null while there is none that we know of. */
  id: string | null
  /** How often it was written: once made, then edited. */
  timesWritten: number
  /** The short comments that were added, by their keys. */
  alerts: readonly string[]
  /** Whether there was ever something to tell. */
  hasReport: boolean
  /** Whether there is something that was not told yet. */
  hasNews: boolean
  /** How often in a row telling has failed. */
  failures: number
  /** The news are not told before; null for at once. */
  notBefore: string | null
}

/** What a person may ask for. */
export type ArchiveQuery =
  | {
      kind: 'pull-request' /** `owner/name`, in any case, also an older name. */
      repository: string
      number: number
    }
  /** The GUID of a delivery, or the id of a flow run: both have the same form. */
  | { kind: 'id'; id: string }
