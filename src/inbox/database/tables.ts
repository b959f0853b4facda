import type { Generated } from 'kysely'

/** Times are ISO 8601 text and documents JSON text, so that SQLite and Postgres hold the same. */
export interface Tables {
  deliveries: DeliveriesTable
  merges: MergesTable
  flow_runs: FlowRunsTable
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
  /** What people are to read about it; null until something is known. */
  report: string | null
  /** Counts the reports. */
  report_version: Generated<number>
  /** The newest report that stands on the pull request, or that never can. */
  told_version: Generated<number>
  /** Whose comments these are. */
  installation: string | null
  /** Nobody else tells it before: it is being told, or GitHub did not let us. */
  tell_after: string | null
  /** How often in a row it could not be told. */
  tell_failures: Generated<number>
  comment_id: string | null
}

/** What became of each flow run that a merge names. */
interface FlowRunsTable {
  merge_key: string
  flow_run_id: string
  /** 1, unless a person asks again. */
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
  /** 1 while somebody waits for its next state. */
  following: number
  updated_at: string
}
