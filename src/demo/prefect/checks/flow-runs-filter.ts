import { z } from 'zod'
import { anyOf, id, page, state, time } from './filter-parts.ts'

/** The body of `POST /flow_runs/filter`: what of it this stand-in knows. */
export const flowRunsFilter = z.object({
  flow_runs: z
    .strictObject({
      id: z.strictObject({ any_: z.array(id).nullish(), not_any_: z.array(id).nullish() }).nullish(),
      deployment_id: anyOf(id),
      state,
      start_time: z.strictObject({ after_: time.nullish(), before_: time.nullish() }).nullish(),
    })
    .nullish(),
  sort: z.enum(['ID_DESC', 'START_TIME_DESC']).default('ID_DESC'),
  ...page,
})

export type FlowRunsFilter = z.infer<typeof flowRunsFilter>
