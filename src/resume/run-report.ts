import { z } from 'zod'
import { leftAloneSchema } from './left-alone.ts'
import { outlookSchema } from './outlook.ts'
import { isTerminal, type ReportedState, reportedStateSchema } from './reported-state.ts'

/** What kept us from acting; `problem` names what happened, without secrets. */
export const obstacleSchema = z.object({
  because: z.enum(['unreachable', 'no-access', 'settings-unreadable']),
  problem: z.string(),
  /** When a request was sent whose effect may still come, in milliseconds since 1970; null without one. */
  sentAt: z.number().nullable(),
})

/** What became of one flow run. */
export const runOutcomeSchema = z.discriminatedUnion('kind', [
  /** Set to Scheduled by this merge, in this attempt. `race` is the state that came in between, unseen. */
  z.object({ kind: z.literal('resumed'), race: reportedStateSchema.nullable() }),
  /** A dry run: it would have been set to Scheduled. */
  z.object({ kind: z.literal('would-resume') }),
  z.object({ kind: z.literal('left-alone'), why: leftAloneSchema }),
  /** It could not be decided or done yet; it is tried again. */
  z.object({ kind: z.literal('trying'), obstacle: obstacleSchema }),
  /** As `trying`, but the time to try is over. */
  z.object({ kind: z.literal('given-up'), obstacle: obstacleSchema }),
])

/** One flow run that the pull request names, as one attempt left it. */
export const runReportSchema = z.object({
  id: z.string(),
  /** The flow run's page in the Prefect UI. */
  url: z.string(),
  /** 1, unless a person asked again. */
  attempt: z.int().positive(),
  /** The run's own name (`lyrical-pudu`), untrusted; null while it could not be read. */
  name: z.string().nullable(),
  /** Its flow; the name is untrusted. Null while it could not be read. */
  flow: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Its deployment; the name is untrusted. Null without one, or while it could not be read. */
  deployment: z.object({ id: z.string(), name: z.string() }).nullable(),
  outcome: runOutcomeSchema,
  /** The state in which the merge found the run. */
  was: reportedStateSchema.nullable(),
  /** The newest state seen since. */
  now: reportedStateSchema.nullable(),
  /** The states since the run was resumed, oldest first, as far as they were seen. */
  history: z.array(reportedStateSchema),
  /** How often the run has started, in all. */
  runCount: z.number().nullable(),
  outlook: outlookSchema.nullable(),
  /** Whether its next state is waited for; false also when nobody waits although it has not ended. */
  following: z.boolean(),
  /** Nobody picks it up for so long that a person should know. */
  stuck: z.boolean(),
  /** Prefect does not know it any more, since it was resumed. */
  deleted: z.boolean().default(false),
})

export type Obstacle = z.infer<typeof obstacleSchema>
export type RunOutcome = z.infer<typeof runOutcomeSchema>
export type RunReport = z.infer<typeof runReportSchema>

/** The newest state since the merge; the one of before is not how the run ended this time. */
export function stateSince({ was, now }: Pick<RunReport, 'was' | 'now'>): ReportedState | null {
  return now?.type === was?.type && now?.since === was?.since ? null : now
}

/** Whether this merge resumed the run, and its end has not been seen. */
export function isUnderWay(run: RunReport): boolean {
  return run.outcome.kind === 'resumed' && !isTerminal(stateSince(run)?.type ?? '')
}
