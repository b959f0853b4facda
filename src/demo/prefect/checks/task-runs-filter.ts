import { z } from 'zod'
import { anyOf, id, page, state } from './filter-parts.ts'

/** The body of `POST /task_runs/filter`: what of it this stand-in knows. */
export const taskRunsFilter = z.object({
  flow_runs: z.strictObject({ id: anyOf(id) }).nullish(),
  task_runs: z
    .strictObject({ state, subflow_runs: z.strictObject({ exists_: z.boolean().nullish() }).nullish() })
    .nullish(),
  sort: z.enum(['ID_DESC', 'EXPECTED_START_TIME_DESC']).default('ID_DESC'),
  ...page,
})

export type TaskRunsFilter = z.infer<typeof taskRunsFilter>
