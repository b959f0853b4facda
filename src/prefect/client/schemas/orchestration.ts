import { z } from 'zod'
import { flowRunStateSchema } from './flow-run-state.ts'
import { text } from './text.ts'

/** What Prefect's orchestration made of a state that was asked for. Its status decides; the HTTP code does not. */
export const orchestrationSchema = z
  .object({
    status: z.enum(['ACCEPT', 'REJECT', 'ABORT', 'WAIT']),
    /** The state in which the run is now; not the one asked for unless it was accepted. */
    state: flowRunStateSchema.nullish(),
    details: z.object({ reason: text.nullish() }).nullish(),
  })
  .transform(({ status, state, details }) => ({
    status,
    reason: details?.reason ?? null,
    state: state ?? null,
  }))

export type Orchestration = z.output<typeof orchestrationSchema>
