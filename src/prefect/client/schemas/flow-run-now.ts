import { z } from 'zod'
import { flowRunStateSchema } from './flow-run-state.ts'
import { id } from './id.ts'

/** How a flow run stands: all that is read of one among thousands, since each further field costs time and memory. */
export const flowRunNowSchema = z
  .object({ id, state: flowRunStateSchema.nullish(), run_count: z.number().default(0) })
  .transform(({ id, state, run_count }) => ({ id, state: state ?? null, runCount: run_count }))

export type FlowRunNow = z.output<typeof flowRunNowSchema>
