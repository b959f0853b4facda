import { z } from 'zod'
import { stateTypes } from '../documents/state.ts'

/** The body of `POST /flow_runs/{id}/set_state`. A state has no keys but these. */
export const setStateBody = z.object({
  state: z.strictObject({
    type: z.enum(stateTypes),
    name: z.string().nullish(),
    message: z.string().nullish(),
    data: z.unknown().optional(),
    state_details: z
      .object({ scheduled_time: z.string().nullish(), transition_id: z.guid().nullish() })
      .optional(),
  }),
  force: z.boolean().default(false),
})
