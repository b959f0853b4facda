import { randomUUID } from 'node:crypto'

export const stateTypes = [
  'SCHEDULED',
  'PENDING',
  'RUNNING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'CRASHED',
  'PAUSED',
  'CANCELLING',
] as const

export type StateType = (typeof stateTypes)[number]

interface StateTimes {
  scheduled_time?: string | null | undefined
  transition_id?: string | null | undefined
}

/** A state as somebody proposes it; a type alone stands for the state of that type. */
export type StateInput =
  | StateType
  | {
      type: StateType
      name?: string | null | undefined
      message?: string | null | undefined
      state_details?: StateTimes | undefined
    }

export interface State {
  id: string
  type: StateType
  name: string
  timestamp: string
  message: string | null
  /** Where the result was stored; null where it was not. */
  data: StoredResult | null
  state_details: StateDetails
}

interface StoredResult {
  storage_key: string
  expiration: null
  serializer: { type: 'pickle' }
  prefect_version: string
  storage_block_id: null
}

interface StateDetails {
  flow_run_id: string | null
  task_run_id: string | null
  child_flow_run_id: string | null
  scheduled_time: string | null
  cache_key: null
  cache_expiration: null
  deferred: boolean
  untrackable_result: boolean
  pause_timeout: null
  pause_reschedule: boolean
  pause_key: null
  run_input_keyset: null
  refresh_cache: null
  retriable: null
  transition_id: string | null
  task_parameters_id: null
  traceparent: null
  deployment_concurrency_lease_id: null
}

/** Whose state it is. */
export type StateOwner = Pick<StateDetails, 'flow_run_id' | 'task_run_id' | 'child_flow_run_id'>

const terminal: ReadonlySet<StateType> = new Set(['COMPLETED', 'FAILED', 'CANCELLED', 'CRASHED'])

/** What a persisted result leaves in its state. */
export function createStoredResult(): StoredResult {
  return {
    storage_key: `/storage/${randomUUID().replaceAll('-', '')}`,
    expiration: null,
    serializer: { type: 'pickle' },
    prefect_version: '3.8.8',
    storage_block_id: null,
  }
}

/** Whether a run in such a state has ended. */
export function isTerminal(type: StateType): boolean {
  return terminal.has(type)
}

/** The whole document of a proposed state; what was not said is filled in as the server does. */
export function createState(
  input: StateInput,
  owner: StateOwner,
  now: () => string,
  data: StoredResult | null = null,
): State {
  const { type, name, message, state_details } = typeof input === 'string' ? { type: input } : input
  const scheduled = type === 'SCHEDULED' ? now() : null
  return {
    id: randomUUID(),
    type,
    name: name ?? `${type.slice(0, 1)}${type.slice(1).toLowerCase()}`,
    timestamp: now(),
    message: message ?? null,
    data,
    state_details: {
      ...owner,
      scheduled_time: state_details?.scheduled_time ?? scheduled,
      cache_key: null,
      cache_expiration: null,
      deferred: false,
      untrackable_result: false,
      pause_timeout: null,
      pause_reschedule: false,
      pause_key: null,
      run_input_keyset: null,
      refresh_cache: null,
      retriable: null,
      transition_id: state_details?.transition_id ?? null,
      task_parameters_id: null,
      traceparent: null,
      deployment_concurrency_lease_id: null,
    },
  }
}
