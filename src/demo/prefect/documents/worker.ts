import { randomUUID } from 'node:crypto'

/** A worker process as a work pool lists it. */
export interface WorkerDocument {
  id: string
  created: string
  updated: string
  name: string
  work_pool_id: string
  last_heartbeat_time: string
  heartbeat_interval_seconds: number
  status: WorkerStatus
}

export type WorkerStatus = 'ONLINE' | 'OFFLINE'

/** The document of a worker that has just been heard of. */
export function createWorkerDocument(
  name: string,
  status: WorkerStatus,
  workPoolId: string,
  now: () => string,
): WorkerDocument {
  return {
    id: randomUUID(),
    created: now(),
    updated: now(),
    name,
    work_pool_id: workPoolId,
    last_heartbeat_time: now(),
    heartbeat_interval_seconds: 30,
    status,
  }
}
