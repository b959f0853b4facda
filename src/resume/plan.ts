import { z } from 'zod'
import { plannedRunSchema } from './planned-run.ts'

/** What a request names, and what its events say of it; kept, for those who ask later. */
export const planSchema = z.object({
  /** In the order of the text. */
  runs: z.array(
    plannedRunSchema.extend({
      /** What the template made of this run: the event's name and its resource's labels; null where it failed. */
      event: z.object({ event: z.string(), resource: z.record(z.string(), z.string()) }).nullable(),
    }),
  ),
  /** How many more flow runs the text names than are looked at. */
  beyondLimit: z.int().nonnegative(),
  /** Addresses in the text that look like runs, but name none for us. */
  unused: z.array(z.object({ url: z.string(), because: z.string() })),
  /** Why nothing fits, where nothing does. */
  mismatch: z.string().nullable(),
})

export type Plan = z.infer<typeof planSchema>
