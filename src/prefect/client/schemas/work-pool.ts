import { z } from 'zod'
import { optional } from './optional.ts'
import { text } from './text.ts'

export const workPoolSchema = z
  .object({
    name: text,
    /** `process`, `kubernetes` and so on; Prefect itself starts the runs of one that ends in `:push` or `:managed`. */
    type: text,
    is_paused: optional(z.boolean()),
    /** `READY`, `NOT_READY` or `PAUSED`. */
    status: optional(text),
    /** How many runs may be pending or running; null for any number. */
    concurrency_limit: optional(z.number()),
  })
  .transform((pool) => ({
    name: pool.name,
    type: pool.type,
    isPaused: pool.is_paused ?? false,
    status: pool.status,
    concurrencyLimit: pool.concurrency_limit,
  }))

export type WorkPool = z.output<typeof workPoolSchema>
