import { z } from 'zod'
import { id } from './id.ts'
import { optional } from './optional.ts'
import { pullStepsSchema } from './pull-steps.ts'
import { text } from './text.ts'
import { time } from './time.ts'

const limit = optional(z.number())
const jobVariables = optional(z.object({ image: optional(text) }))

/** A deployment, less what is nobody's business here: its parameters, and job variables but the image. */
export const deploymentSchema = z
  .object({
    id,
    name: text,
    /** A deploy changes it, but so do pausing its schedules and changing its limit. No run and no worker does. */
    updated: optional(time),
    /** Whether its schedules are paused; runs are handed out all the same. */
    paused: optional(z.boolean()),
    /** `READY` or `NOT_READY`: whether anybody asked for its runs of late. */
    status: optional(text),
    last_polled: optional(time),
    work_pool_name: optional(text),
    /** Servers before 3.6 do not say it; of a run, all do. */
    work_queue_id: optional(id),
    work_queue_name: optional(text),
    entrypoint: optional(text),
    path: optional(text),
    version: optional(text),
    job_variables: jobVariables,
    /** As servers before 3.0 call the job variables. */
    infra_overrides: jobVariables,
    pull_steps: pullStepsSchema,
    global_concurrency_limit: optional(z.object({ limit })),
    /** As servers before 3.0.3 say it. */
    concurrency_limit: limit,
  })
  .transform((deployment) => ({
    id: deployment.id,
    name: deployment.name,
    updated: deployment.updated,
    paused: deployment.paused ?? false,
    status: deployment.status,
    lastPolled: deployment.last_polled,
    workPoolName: deployment.work_pool_name,
    workQueueId: deployment.work_queue_id,
    workQueueName: deployment.work_queue_name,
    entrypoint: deployment.entrypoint,
    path: deployment.path,
    version: deployment.version,
    image: deployment.job_variables?.image ?? deployment.infra_overrides?.image ?? null,
    pullSteps: deployment.pull_steps,
    concurrencyLimit: deployment.global_concurrency_limit?.limit ?? deployment.concurrency_limit,
  }))

export type Deployment = z.output<typeof deploymentSchema>
