import { z } from 'zod'
import { mergeSchema } from './merge.ts'

/** A flow run's state, as people know it: type and name as Prefect writes them. */
export const reportedStateSchema = z.object({
  /** `FAILED`, `SCHEDULED`, … */
  type: z.string(),
  /** `Failed`, `Late`, `AwaitingRetry`, …: whoever wrote the state chose it, so it is untrusted. */
  name: z.string(),
  /** ISO 8601; when the run entered the state. */
  since: z.string(),
  /** Untrusted, and shown in private repositories only. */
  message: z.string().nullable(),
})

/** Why a flow run was left alone; each reason has its own words in the comment. */
export const leftAloneSchema = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('not-failed') }),
  z.object({ reason: z.literal('no-deployment') }),
  z.object({ reason: z.literal('deployment-deleted') }),
  z.object({ reason: z.literal('not-found') }),
  z.object({ reason: z.literal('foreign-workspace') }),
  /** The pull request was merged into `branch`, and only merges into the default branch act. */
  z.object({ reason: z.literal('other-branch'), branch: z.string(), defaultBranch: z.string() }),
  /** The merge is older than the operator's `RESUME_WITHIN`; `within` is that time in milliseconds. */
  z.object({ reason: z.literal('too-old'), within: z.number() }),
  /** The operator's `ALLOWED_DEPLOYMENTS` does not hold the run's deployment. */
  z.object({ reason: z.literal('deployment-not-allowed') }),
  /** The event that the template made of this run does not fit the trigger; `mismatch` says what missed. */
  z.object({ reason: z.literal('not-matched'), mismatch: z.string() }),
  /** The webhook template failed on this delivery; `error` is the template's own message. */
  z.object({ reason: z.literal('template-failed'), error: z.string() }),
  /** Prefect answered ABORT, REJECT or WAIT; `because` is its reason (untrusted). */
  z.object({ reason: z.literal('refused'), because: z.string().nullable() }),
])

/** What kept us from acting; `problem` names what happened, without secrets. */
const obstacleSchema = z.object({
  because: z.enum(['unreachable', 'no-access']),
  problem: z.string(),
  /** When a request was sent whose effect may still come, in milliseconds since 1970; null without one. */
  sentAt: z.number().nullable(),
})

/** What became of one flow run. */
export const runOutcomeSchema = z.discriminatedUnion('kind', [
  /** Set to Scheduled by this merge, in this attempt or an earlier one. */
  z.object({ kind: z.literal('resumed') }),
  /** A dry run: it would have been set to Scheduled. */
  z.object({ kind: z.literal('would-resume') }),
  z.object({ kind: z.literal('left-alone'), why: leftAloneSchema }),
  /** Prefect could not be asked; it is asked again. */
  z.object({ kind: z.literal('trying'), obstacle: obstacleSchema }),
  /** As `trying`, but the time to try is over. */
  z.object({ kind: z.literal('given-up'), obstacle: obstacleSchema }),
])

/** One flow run that the pull request names. */
export const runReportSchema = z.object({
  id: z.string(),
  /** The flow run's page in the Prefect UI. */
  url: z.string(),
  /** The run's own name (`lyrical-pudu`), untrusted; null while it could not be read. */
  name: z.string().nullable(),
  /** The name of its flow, untrusted; null while it could not be read. */
  flowName: z.string().nullable(),
  /** The name of its deployment, untrusted; null without one, or while it could not be read. */
  deploymentName: z.string().nullable(),
  outcome: runOutcomeSchema,
  /** The state in which the merge found the run. */
  was: reportedStateSchema.nullable(),
  /** The newest state seen since. */
  now: reportedStateSchema.nullable(),
})

/** What people read about a merge: everything that the comment shows. */
export const reportSchema = z.object({
  merge: mergeSchema,
  /** In the order in which the pull request names them. */
  runs: z.array(runReportSchema),
  /** How many more flow runs the pull request names than are looked at. */
  beyondLimit: z.int().nonnegative(),
  /** False once nobody looks at the runs any more although some have not ended. */
  following: z.boolean(),
})

export type ReportedState = z.infer<typeof reportedStateSchema>
export type LeftAlone = z.infer<typeof leftAloneSchema>
export type Obstacle = z.infer<typeof obstacleSchema>
export type RunOutcome = z.infer<typeof runOutcomeSchema>
export type RunReport = z.infer<typeof runReportSchema>
export type Report = z.infer<typeof reportSchema>
