/** What became of a delivery, in words for the log and the store. */
export interface Outcome {
  outcome:
    | 'handed-over'
    /** Its event does not fit the trigger: not merged, for instance. */
    | 'not-matched'
    | 'names-no-run'
    /** An event that the App does not act upon. */
    | 'not-a-merge'
    /** The same delivery again, or another one of the same merge. */
    | 'already-known'
    | 'unreadable'
  /** Why nothing is done. */
  reason?: string
  /** The key of the merge, for the other lines about it. */
  merge?: string
  flow_runs?: readonly string[]
  /** How many addresses look like runs, but name none for us. */
  unused?: number
  /** How many more flow runs are named than are looked at. */
  beyond_limit?: number
}
