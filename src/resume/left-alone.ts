import { z } from 'zod'

/** Who narrows what may be resumed: whoever runs the App, or the settings file of the repository. */
const narrowedBy = z.enum(['operator', 'repository'])

/** A flow run that a report points to, beside those that it is about. */
export const relatedRunSchema = z.object({
  id: z.string(),
  /** Its own name, untrusted; null while it could not be read. */
  name: z.string().nullable(),
  /** Its page in the Prefect UI. */
  url: z.string(),
})

/** Why a flow run was left alone; each reason has its own words in the comment. */
export const leftAloneSchema = z.discriminatedUnion('reason', [
  /** It is not in a state from which anything is resumed. */
  z.object({ reason: z.literal('not-failed') }),
  /** It failed, and somebody set it to run again since; `by` is the message of that state (untrusted). */
  z.object({ reason: z.literal('resumed-since'), by: z.string().nullable(), at: z.string() }),
  /** It ended in a state from which it could be resumed, but the settings do not want that. */
  z.object({ reason: z.literal('state-not-allowed'), by: narrowedBy }),
  z.object({ reason: z.literal('no-deployment') }),
  z.object({ reason: z.literal('deployment-deleted') }),
  /** It is part of another run, which is resumed with all its parts or not at all; `named` when that one is named too. */
  z.object({ reason: z.literal('subflow'), parent: relatedRunSchema.nullable(), named: z.boolean() }),
  z.object({ reason: z.literal('not-found') }),
  z.object({ reason: z.literal('foreign-workspace') }),
  /** Other runs of the pull request follow a closing word, and this one does not. */
  z.object({ reason: z.literal('only-mentioned') }),
  /** The pull request was merged into `branch`, and only merges into the default branch act. */
  z.object({ reason: z.literal('other-branch'), branch: z.string(), defaultBranch: z.string() }),
  /** The merge is older than the operator's `RESUME_WITHIN`; `within` is that time in milliseconds. */
  z.object({ reason: z.literal('too-old'), within: z.number() }),
  /** The globs of the operator or of the repository do not hold the run's deployment. */
  z.object({ reason: z.literal('deployment-not-allowed'), by: narrowedBy }),
  /** The event that the template made of this run does not fit the trigger; `mismatch` says what missed. */
  z.object({ reason: z.literal('not-matched'), mismatch: z.string() }),
  /** The webhook template failed on this delivery; `error` is the template's own message. */
  z.object({ reason: z.literal('template-failed'), error: z.string() }),
  /** Prefect answered ABORT, REJECT or WAIT; `because` is its reason (untrusted). */
  z.object({ reason: z.literal('refused'), because: z.string().nullable() }),
])

export type LeftAlone = z.infer<typeof leftAloneSchema>
export type RelatedRun = z.infer<typeof relatedRunSchema>
