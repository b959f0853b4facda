import { randomUUID } from 'node:crypto'

export interface WorkQueue {
  id: string
  created: string
  updated: string
  name: string
  description: string
  is_paused: boolean
  concurrency_limit: number | null
  priority: number
  work_pool_id: string | null
  last_polled: string | null
  filter: null
  work_pool_name: string
  status: 'READY' | 'NOT_READY' | 'PAUSED'
  /** How many runs hold a slot; null where there is no limit. */
  active_slots: number | null
}

/** The document of a new queue of a work pool, which nobody has asked for work yet. */
export function createWorkQueue(
  { name, description, priority }: Pick<WorkQueue, 'name' | 'description' | 'priority'>,
  workPoolName: string,
  now: () => string,
): WorkQueue {
  return {
    id: randomUUID(),
    created: now(),
    updated: now(),
    name,
    description,
    is_paused: false,
    concurrency_limit: null,
    priority,
    work_pool_id: null,
    last_polled: null,
    filter: null,
    work_pool_name: workPoolName,
    status: 'NOT_READY',
    active_slots: null,
  }
}

/** The queue that every work pool has from the start. */
export function createDefaultQueue(workPoolName: string, now: () => string): WorkQueue {
  const description = "The work pool's default queue."
  return createWorkQueue({ name: 'default', description, priority: 1 }, workPoolName, now)
}
