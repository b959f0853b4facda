import { z } from 'zod'
import { leftAloneSchema } from './left-alone.ts'

/** A flow run that a pull request names, with what the event and the trigger said of it. */
export const plannedRunSchema = z.object({
  id: z.string(),
  url: z.string(),
  account: z.string().nullable(),
  workspace: z.string().nullable(),
  /** Why it is left alone before Prefect is asked; null where Prefect's answers decide. */
  why: leftAloneSchema.nullable(),
})

export type PlannedRun = z.infer<typeof plannedRunSchema>
