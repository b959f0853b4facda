import { z } from 'zod'

const id = z.string().toLowerCase()

/** A state of a flow run. */
export const flowRunStateSchema = z.object({
  /** `FAILED`, `SCHEDULED`, … */
  type: z.string(),
  /** `Failed`, `Late`, `AwaitingRetry`, or whatever its writer chose. */
  name: z.string(),
  /** ISO 8601. */
  timestamp: z.string(),
  message: z
    .string()
    .nullish()
    .transform((message) => message ?? null),
})

const rawFlowRunSchema = z.object({
  id,
  name: z.string(),
  flow_id: id,
  deployment_id: id.nullish(),
  state: flowRunStateSchema.nullish(),
  state_type: z.string().nullish(),
  empirical_policy: z.object({ retry_type: z.string().nullish() }).nullish(),
})

/** A flow run, as far as deciding needs it. */
export const flowRunSchema = rawFlowRunSchema.transform((run) => ({
  id: run.id,
  name: run.name,
  flowId: run.flow_id,
  /** Null without one; it stays when the deployment is deleted. */
  deploymentId: run.deployment_id ?? null,
  state: run.state ?? null,
  stateType: run.state_type ?? run.state?.type ?? null,
  /** `in_process` while the run's own process retries it, or did when it died. */
  retryType: run.empirical_policy?.retry_type ?? null,
}))

export const deploymentSchema = z.object({ id, name: z.string() })

export const flowSchema = z.object({ id, name: z.string() })

/** What `set_state` answers; the status decides, not the HTTP code. */
export const orchestrationResultSchema = z.object({
  status: z.enum(['ACCEPT', 'REJECT', 'ABORT', 'WAIT']),
  state: flowRunStateSchema.nullish(),
  details: z.object({ reason: z.string().nullish() }).nullish(),
})

export type FlowRunState = z.infer<typeof flowRunStateSchema>
export type FlowRun = z.infer<typeof flowRunSchema>
export type Deployment = z.infer<typeof deploymentSchema>
export type Flow = z.infer<typeof flowSchema>
