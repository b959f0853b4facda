import type { Generated } from 'kysely'

/** Times are ISO 8601 text and documents JSON text, so that SQLite and Postgres hold the same. */
export interface Tables {
  deliveries: DeliveriesTable
  merges: MergesTable
  attempts: AttemptsTable
  flow_runs: FlowRunsTable
  rights: RightsTable
  writes: WritesTable
  settings_files: SettingsFilesTable
  missed_deliveries: MissedDeliveriesTable
  sweeps: SweepsTable
}

/** Every accepted delivery, and what became of it. */
interface DeliveriesTable {
  guid: string
  event: string
  action: string | null
  repository_id: string | null
  repository: string | null
  number: number | null
  /** The merge that the delivery tells of. */
  merge_key: string | null
  received_at: string
  /** GitHub sends a redelivery under the same guid. */
  times_received: Generated<number>
  /** Null until the App has decided what to do with it. */
  outcome: string | null
  /** Why nothing is done, where nothing is. */
  reason: string | null
}

/** One row a merge, however many deliveries name it: one piece of work. */
interface MergesTable {
  key: string
  merge: string
  /** The request as received; dropped once the work has been handed over. */
  request: string | null
  recorded_at: string
  /** The flow runs named and their events; null until handed over. */
  plan: string | null
  /** When the durable engine took the work. */
  handed_over_at: string | null
  /** What holds for all its runs; null until that is known. */
  standing: string | null
  /** When nothing was left to do; null while there is. */
  finished_at: string | null
  /** Counts what people are to read. */
  report_version: Generated<number>
  /** The newest report that stands on the pull request, or that never can. */
  told_version: Generated<number>
  /** Whose comments these are. */
  installation: string | null
  /** Nobody else tells it before: it is being told, GitHub did not let us, or the last edit was just now. */
  tell_after: string | null
  /** How often in a row it could not be told. */
  tell_failures: Generated<number>
  /** How often the comment was written. */
  tells: Generated<number>
  /** Of the text that stands there. */
  told_digest: string | null
  comment_id: string | null
  /** The short comments that were added, by their keys. */
  alerts: Generated<string>
}

/** Further attempts, for which people asked. The first one is the merge itself. */
interface AttemptsTable {
  merge_key: string
  attempt: number
  /** The ids of the runs that are meant; null for all. */
  runs: string | null
  asked_at: string
  handed_over_at: string | null
}

/** What became of each flow run that a merge names, in each attempt. */
interface FlowRunsTable {
  key: string
  merge_key: string
  flow_run_id: string
  attempt: number
  /** Place in the pull request. */
  position: number
  /** The run as the comment shows it. */
  report: string
  /** The type and name of its newest state, for the follower. */
  state_type: string | null
  state_name: string | null
  /** The workspace to ask; null when it is not ours. */
  workspace: string | null
  /** 1 while it is not decided, or its end is waited for. */
  open: number
  /** 1 while somebody waits for its next state. */
  following: number
  /** 1 when it was told that nobody picks it up. */
  stuck: number
  changed_at: string
  look_at: string
  follow_until: string
}

/** Who of several programs on one store may do what only one should. */
interface RightsTable {
  name: string
  holder: string
  until: string
}

/** What was lately written on GitHub, for its limits. */
interface WritesTable {
  installation: string
  at: string
}

/** The settings files of repositories, as GitHub last gave them. */
interface SettingsFilesTable {
  key: string
  etag: string | null
  /** Null where there is none. */
  text: string | null
}

/** Deliveries that GitHub could not bring us, and those that it could by another attempt. */
interface MissedDeliveriesTable {
  guid: string
  /** GitHub's id of one attempt: digits, more than a number holds. */
  id: string
  delivered_at: string
  times_asked: number
  /** Not asked for before. */
  ask_at: string
  /** Null while it is missed. */
  outcome: string | null
}

/** How far GitHub's log of deliveries was listed: one row. */
interface SweepsTable {
  name: string
  /** All that was delivered until then was listed. */
  listed_to: string | null
  /** When the newest delivery was made that an unfinished listing has found. */
  newest: string | null
  /** The page on which it goes on. */
  cursor: string | null
  /** When the next round is due. */
  next_at: string | null
}
