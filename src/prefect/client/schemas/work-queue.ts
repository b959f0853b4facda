import { z } from 'zod'
import { id } from './id.ts'
import { optional } from './optional.ts'
import { text } from './text.ts'

export const workQueueSchema = z
  .object({
    id,
    name: text,
    is_paused: optional(z.boolean()),
    /** `READY`, `NOT_READY` or `PAUSED`: whether a worker asked it for runs of late. */
    status: optional(text),
    /** How many runs may be pending or running; null for any number. */
    concurrency_limit: optional(z.number()),
  })
  .transform((queue) => ({
    id: queue.id,
    name: queue.name,
    isPaused: queue.is_paused ?? false,
    status: queue.status,
    concurrencyLimit: queue.concurrency_limit,
  }))

export type WorkQueue = z.output<typeof workQueueSchema>
