import { createWorkQueue, type WorkQueue } from '../documents/work-queue.ts'
import type { World } from '../world.ts'
import { ensureWorkPool, tellStatus } from './work-pool.ts'

export interface WorkQueueChange {
  paused?: boolean
  /** How many runs may be under way at once; 0 lets none begin, null any number. */
  concurrencyLimit?: number | null
}

export interface WorkQueueInput extends WorkQueueChange {
  name: string
  /** The name of its work pool, made when there is none. */
  workPool: string
}

/** The queue of that name in a work pool, made when there is none. */
export function ensureWorkQueue(world: World, { name, workPool, ...change }: WorkQueueInput): WorkQueue {
  const pool = ensureWorkPool(world, { name: workPool })
  const queues = [...world.workQueues.values()].filter(({ work_pool_id }) => work_pool_id === pool.id)
  const existing = queues.find((queue) => queue.name === name)
  if (existing !== undefined) return existing
  const parts = { name, description: '', priority: queues.length + 1 }
  const queue = createWorkQueue(parts, pool.name, world.now)
  queue.work_pool_id = pool.id
  world.workQueues.set(queue.id, queue)
  changeWorkQueue(world, queue, change)
  return queue
}

/** Pauses or opens a queue, or changes its limit. */
export function changeWorkQueue(world: World, queue: WorkQueue, change: WorkQueueChange): void {
  queue.is_paused = change.paused ?? queue.is_paused
  if (change.concurrencyLimit !== undefined) queue.concurrency_limit = change.concurrencyLimit
  const pool = world.workPools.get(queue.work_pool_name)
  if (pool !== undefined) tellStatus(world, pool)
}

/**
 * Deletes a queue. What was in it keeps the queue's name, but neither its id nor the pool: no worker sees it any more.
 *
 * @throws for a pool's default queue, which Prefect does not delete
 */
export function deleteWorkQueue(world: World, queue: WorkQueue): void {
  const isDefault = [...world.workPools.values()].some(
    ({ default_queue_id }) => default_queue_id === queue.id,
  )
  if (isDefault)
    throw new Error(`Queue ${queue.id} is the default one of its pool, which stays: add another.`)
  world.workQueues.delete(queue.id)
  for (const run of world.flowRuns.values()) {
    if (run.work_queue_id !== queue.id) continue
    run.work_queue_id = null
    run.work_pool_id = null
    run.work_pool_name = null
  }
  for (const deployment of world.deployments.values()) {
    if (deployment.work_queue_id !== queue.id) continue
    deployment.work_queue_id = null
    deployment.work_pool_name = null
    deployment.status = 'NOT_READY'
  }
}
