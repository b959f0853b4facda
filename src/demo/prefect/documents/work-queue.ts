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
}

/** The queue that every work pool has from the start. */
export function createDefaultQueue(workPoolName: string, now: () => string): WorkQueue {
  return {
    id: randomUUID(),
    created: now(),
    updated: now(),
    name: 'default',
    description: "The work pool's default queue.",
    is_paused: false,
    concurrency_limit: null,
    priority: 1,
    work_pool_id: null,
    last_polled: null,
    filter: null,
    work_pool_name: workPoolName,
    status: 'NOT_READY',
  }
}
