import { randomUUID } from 'node:crypto'

export interface WorkPool {
  id: string
  created: string
  updated: string
  name: string
  description: null
  type: string
  base_job_template: Record<string, unknown>
  is_paused: boolean
  concurrency_limit: number | null
  status: 'READY' | 'NOT_READY' | 'PAUSED'
  default_queue_id: string
  storage_configuration: Record<string, null>
  /** How many runs hold a slot; null where there is no limit. */
  active_slots: number | null
}

/** The document of a new work pool, for which nobody works yet. */
export function createWorkPool(name: string, type: string, queueId: string, now: () => string): WorkPool {
  return {
    id: randomUUID(),
    created: now(),
    updated: now(),
    name,
    description: null,
    type,
    base_job_template: {},
    is_paused: false,
    concurrency_limit: null,
    status: 'NOT_READY',
    default_queue_id: queueId,
    storage_configuration: {
      bundle_upload_step: null,
      bundle_execution_step: null,
      default_result_storage_block_id: null,
    },
    active_slots: null,
  }
}
