import { z } from 'zod'
import { optional } from './optional.ts'
import { text } from './text.ts'

/** A worker of a work pool. */
export const workerSchema = z.object({
  name: text,
  /** `ONLINE` or `OFFLINE`, by when it was last heard of. */
  status: optional(text),
})

export type Worker = z.output<typeof workerSchema>
