import type { Merge } from './merge.ts'

/** A flow run's state, as people know it: type and name as Prefect writes them. */
export interface ReportedState {
  /** `FAILED`, `SCHEDULED`, … */
  type: string
  /** `Failed`, `Late`, `AwaitingRetry`, …: whoever wrote the state chose it, so it is untrusted. */
  name: string
  /** ISO 8601; when the run entered the state. */
  since: string
  /** Untrusted, and shown in private repositories only. */
  message: string | null
}

/** Why a flow run was left alone; each reason has its own words in the comment. */
export type LeftAlone =
  | { reason: 'not-failed' }
  | { reason: 'no-deployment' }
  | { reason: 'deployment-deleted' }
  | { reason: 'not-found' }
  | { reason: 'foreign-workspace' }
  | { reason: 'no-access' }
  /** The pull request was merged into `branch`, and only merges into the default branch act. */
  | { reason: 'other-branch'; branch: string; defaultBranch: string }
  /** The merge is older than the operator's `RESUME_WITHIN`; `within` is that time in milliseconds. */
  | { reason: 'too-old'; within: number }
  /** The operator's `ALLOWED_DEPLOYMENTS` does not hold the run's deployment. */
  | { reason: 'deployment-not-allowed' }
  /** The event that the template made of this run does not fit the trigger; `mismatch` says what missed. */
  | { reason: 'not-matched'; mismatch: string }
  /** The webhook template failed on this delivery; `error` is the template's own message. */
  | { reason: 'template-failed'; error: string }
  /** Prefect answered ABORT, REJECT or WAIT; `because` is its reason (untrusted). */
  | { reason: 'refused'; because: string | null }

/** What became of one flow run. */
export type RunOutcome =
  /** Set to Scheduled by this merge, in this attempt or an earlier one. */
  | { kind: 'resumed' }
  /** A dry run: it would have been set to Scheduled. */
  | { kind: 'would-resume' }
  | ({ kind: 'left-alone' } & LeftAlone)
  /** Prefect could not be asked; it is asked again. `problem` names what happened, without secrets. */
  | { kind: 'trying'; problem: string }
  /** As `trying`, but the time to try is over. */
  | { kind: 'given-up'; problem: string }

/** One flow run that the pull request names. */
export interface RunReport {
  id: string
  /** The flow run's page in the Prefect UI. */
  url: string
  /** The run's own name (`lyrical-pudu`), untrusted; null while it could not be read. */
  name: string | null
  /** The name of its flow, untrusted; null while it could not be read. */
  flowName: string | null
  /** `flow/deployment` cannot be told without it; untrusted; null without a deployment. */
  deploymentName: string | null
  outcome: RunOutcome
  /** The state in which the merge found the run. */
  was: ReportedState | null
  /** The newest state seen since. */
  now: ReportedState | null
}

/** What people read about a merge: everything that the comment shows. */
export interface Report {
  merge: Merge
  /** In the order in which the pull request names them. */
  runs: RunReport[]
  /** How many more flow runs the pull request names than are looked at. */
  beyondLimit: number
  /** False once nobody looks at the runs any more although some have not ended. */
  following: boolean
}
