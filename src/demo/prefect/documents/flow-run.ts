import type { Deployment } from './deployment.ts'
import type { Flow } from './flow.ts'
import { createRunName } from './run-name.ts'
import { isTerminal, type State, type StateType } from './state.ts'
import type { WorkPool } from './work-pool.ts'

/** Who runs a run again after a failure: the process that failed, or a worker that is given it anew. */
export type RetryType = 'in_process' | 'reschedule' | null

export interface FlowRun {
  id: string
  created: string
  updated: string
  name: string
  flow_id: string
  state_id: string
  deployment_id: string | null
  deployment_version: string | null
  work_queue_id: string | null
  work_queue_name: string | null
  flow_version: null
  parameters: Record<string, unknown>
  idempotency_key: null
  context: Record<string, unknown>
  empirical_policy: EmpiricalPolicy
  tags: string[]
  labels: Record<string, string>
  parent_task_run_id: string | null
  state_type: StateType
  state_name: string
  run_count: number
  expected_start_time: string
  next_scheduled_start_time: string | null
  start_time: string | null
  end_time: string | null
  /** In seconds. */
  total_run_time: number
  estimated_run_time: number
  estimated_start_time_delta: number
  auto_scheduled: boolean
  infrastructure_document_id: null
  infrastructure_pid: string | null
  created_by: null
  work_pool_id: string | null
  work_pool_name: string | null
  state: State
  job_variables: Record<string, unknown>
}

interface EmpiricalPolicy {
  max_retries: number
  retry_delay_seconds: number
  retries: number | null
  retry_delay: number | null
  pause_keys: string[]
  resuming: boolean
  retry_type: RetryType
}

export interface FlowRunParts {
  id: string
  name: string | undefined
  flow: Flow
  /** The deployment need no longer exist. */
  deployment: Deployment | null
  pool: WorkPool | null
  parentTaskRun: string | null
  retryType: RetryType
  runCount: number
  /** When it began and ended, where that was not just now. */
  startTime: string | undefined
  endTime: string | undefined
  /** In seconds. */
  totalRunTime: number
  parameters: Record<string, unknown>
  tags: string[]
}

/** The document of a run that is created in a state. */
export function createFlowRun(parts: FlowRunParts, state: State, now: () => string): FlowRun {
  const { id, name, flow, deployment, pool, retryType } = parts
  const begun = state.type !== 'SCHEDULED' && state.type !== 'PENDING'
  return {
    id,
    created: now(),
    updated: now(),
    name: name ?? createRunName(),
    flow_id: flow.id,
    state_id: state.id,
    deployment_id: deployment?.id ?? null,
    deployment_version: deployment?.version ?? null,
    work_queue_id: deployment?.work_queue_id ?? null,
    work_queue_name: deployment?.work_queue_name ?? null,
    flow_version: null,
    parameters: parts.parameters,
    idempotency_key: null,
    context: {},
    empirical_policy: {
      max_retries: 0,
      retry_delay_seconds: 0,
      retries: retryType === null ? null : 1,
      retry_delay: retryType === null ? null : 0,
      pause_keys: [],
      resuming: false,
      retry_type: retryType,
    },
    tags: parts.tags,
    labels: {
      'prefect.flow.id': flow.id,
      ...(deployment === null ? {} : { 'prefect.deployment.id': deployment.id }),
    },
    parent_task_run_id: parts.parentTaskRun,
    state_type: state.type,
    state_name: state.name,
    run_count: parts.runCount,
    expected_start_time: parts.startTime ?? state.state_details.scheduled_time ?? state.timestamp,
    next_scheduled_start_time: state.state_details.scheduled_time,
    start_time: begun ? (parts.startTime ?? state.timestamp) : null,
    end_time: isTerminal(state.type) ? (parts.endTime ?? state.timestamp) : null,
    total_run_time: parts.totalRunTime,
    estimated_run_time: parts.totalRunTime,
    estimated_start_time_delta: 0,
    auto_scheduled: false,
    infrastructure_document_id: null,
    infrastructure_pid: null,
    created_by: null,
    work_pool_id: pool?.id ?? null,
    work_pool_name: pool?.name ?? null,
    state,
    job_variables: {},
  }
}
