import { z } from 'zod'
import { id } from './id.ts'
import { optional } from './optional.ts'

/** A task run. Prefect gives every subflow run one in its parent. */
export const taskRunSchema = z
  .object({
    id,
    /** The flow run that it belongs to; null for a task that was run by itself. */
    flow_run_id: optional(id),
  })
  .transform((run) => ({ id: run.id, flowRunId: run.flow_run_id }))

export type TaskRun = z.output<typeof taskRunSchema>

/** Where a result lies; servers and clients before 3.0 also write down that it lies nowhere. */
const result = optional(z.looseObject({ type: optional(z.string()) }))

/** What a completed task run says about its result. */
export const completedTaskRunSchema = z
  .object({
    /** In which execution of its flow run it ran. */
    flow_run_run_count: optional(z.number()),
    state: optional(z.object({ data: result })),
  })
  .transform(({ flow_run_run_count, state }) => {
    const stored = state?.data ?? null
    return {
      execution: flow_run_run_count ?? 0,
      isPersisted: stored !== null && stored.type !== 'unpersisted',
    }
  })
