import type { FlowRun } from './flow-run.ts'
import { createRunName } from './run-name.ts'
import { isTerminal, type State, type StateType } from './state.ts'

export interface TaskRun {
  id: string
  created: string
  updated: string
  name: string
  flow_run_id: string
  task_key: string
  dynamic_key: string
  cache_key: null
  cache_expiration: null
  task_version: null
  empirical_policy: Record<string, number | null>
  tags: string[]
  labels: Record<string, string>
  state_id: string
  task_inputs: Record<string, unknown>
  state_type: StateType
  state_name: string
  run_count: number
  flow_run_run_count: number
  expected_start_time: string
  next_scheduled_start_time: string | null
  start_time: string | null
  end_time: string | null
  total_run_time: number
  estimated_run_time: number
  estimated_start_time_delta: number
  state: State
}

export interface TaskRunParts {
  id: string
  /** Its function; null where it stands for a subflow run. */
  task: string | null
  /** In which execution of the flow run it ran. */
  execution: number
}

/** A task run of a flow run; a subflow run has one for its parent. */
export function createTaskRun(
  { id, task, execution }: TaskRunParts,
  run: FlowRun,
  state: State,
  now: () => string,
): TaskRun {
  const retries = task === null ? null : 0
  return {
    id,
    created: now(),
    updated: now(),
    name: createRunName(),
    flow_run_id: run.id,
    task_key: task === null ? 'subflow' : `${task}-${id.slice(0, 8)}`,
    dynamic_key: task === null ? '0' : id,
    cache_key: null,
    cache_expiration: null,
    task_version: null,
    empirical_policy: {
      max_retries: 0,
      retry_delay_seconds: 0,
      retries,
      retry_delay: retries,
      retry_jitter_factor: null,
    },
    tags: [],
    labels: task === null ? { ...run.labels, 'prefect.flow-run.id': run.id } : {},
    state_id: state.id,
    task_inputs: {},
    state_type: state.type,
    state_name: state.name,
    run_count: 1,
    flow_run_run_count: task === null ? 0 : execution,
    expected_start_time: state.timestamp,
    next_scheduled_start_time: state.state_details.scheduled_time,
    start_time: state.timestamp,
    end_time: isTerminal(state.type) ? state.timestamp : null,
    total_run_time: 0,
    estimated_run_time: 0,
    estimated_start_time_delta: 0,
    state,
  }
}
