import { z } from 'zod'
import { flowRunStateSchema } from './flow-run-state.ts'
import { id } from './id.ts'
import { optional } from './optional.ts'
import { text } from './text.ts'
import { time } from './time.ts'

/** Who repeats the run when it fails; a kind that we do not know is nobody's. */
const retryType = z.enum(['in_process', 'reschedule']).nullish().catch(null)

/** A flow run, less its parameters: they are nobody's business here. */
export const flowRunSchema = z
  .object({
    id,
    name: text,
    flow_id: id,
    deployment_id: id.nullish(),
    deployment_version: text.nullish(),
    state: flowRunStateSchema.nullish(),
    state_type: text.nullish(),
    state_name: text.nullish(),
    run_count: z.number().default(0),
    parent_task_run_id: id.nullish(),
    work_pool_name: text.nullish(),
    /** Missing although the queue has a name: the queue was deleted, and no worker sees the run. */
    work_queue_id: id.nullish(),
    work_queue_name: text.nullish(),
    empirical_policy: z.object({ retry_type: retryType }).nullish(),
    expected_start_time: optional(time),
    next_scheduled_start_time: optional(time),
    /** When it first began to run: a rerun does not change it. */
    start_time: optional(time),
    end_time: optional(time),
    /** In seconds, all executions together. */
    total_run_time: optional(z.number()),
  })
  .transform((run) => ({
    id: run.id,
    name: run.name,
    flowId: run.flow_id,
    deploymentId: run.deployment_id ?? null,
    deploymentVersion: run.deployment_version ?? null,
    state: run.state ?? null,
    stateType: run.state_type ?? run.state?.type ?? null,
    stateName: run.state_name ?? run.state?.name ?? null,
    runCount: run.run_count,
    parentTaskRunId: run.parent_task_run_id ?? null,
    workPoolName: run.work_pool_name ?? null,
    workQueueId: run.work_queue_id ?? null,
    workQueueName: run.work_queue_name ?? null,
    retryType: run.empirical_policy?.retry_type ?? null,
    expectedStartTime: run.expected_start_time,
    nextScheduledStartTime: run.next_scheduled_start_time,
    startTime: run.start_time,
    endTime: run.end_time,
    totalRunTime: run.total_run_time,
  }))

export type FlowRun = z.output<typeof flowRunSchema>
