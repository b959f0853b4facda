import { z } from 'zod'
import { plannedRunSchema } from './planned-run.ts'
import { requestSchema } from './request.ts'

/** The work of one attempt, as it is handed over: who asks, and the runs that are meant. */
export const workSchema = requestSchema.extend({
  runs: z.array(plannedRunSchema.extend({ /** Its place in the pull request. */ position: z.int() })),
})

export type Work = z.infer<typeof workSchema>
