import { createWorkPool, type WorkPool } from '../documents/work-pool.ts'
import { createDefaultQueue } from '../documents/work-queue.ts'
import { createWorkerDocument, type WorkerStatus } from '../documents/worker.ts'
import { isPush } from '../rules/is-push.ts'
import type { World } from '../world.ts'

export interface WorkPoolChange {
  paused?: boolean
  /** The workers that ask it for work, or once did. */
  workers?: readonly WorkerStatus[]
  /** How many runs may be under way at once; 0 lets none begin, null any number. */
  concurrencyLimit?: number | null
}

export interface WorkPoolInput extends WorkPoolChange {
  name: string
  /** Such as `ecs:push`, for which Prefect itself starts the runs: it has no workers unless they are given. @default 'process' */
  type?: string
}

/** The work pool of that name, made with its default queue when there is none. */
export function ensureWorkPool(world: World, { name, type = 'process', ...change }: WorkPoolInput): WorkPool {
  const existing = world.workPools.get(name)
  if (existing !== undefined) return existing
  const queue = createDefaultQueue(name, world.now)
  const pool = createWorkPool(name, type, queue.id, world.now)
  queue.work_pool_id = pool.id
  world.workQueues.set(queue.id, queue)
  world.workPools.set(name, pool)
  changeWorkPool(world, pool, { workers: isPush(pool) ? [] : world.usualWorkers, ...change })
  return pool
}

/** Pauses or opens a pool, changes its limit, or says which workers it has; what depends on that follows. */
export function changeWorkPool(world: World, pool: WorkPool, change: WorkPoolChange): void {
  if (change.workers !== undefined) {
    const documents = change.workers.map((status, index) =>
      createWorkerDocument(`${pool.name}-worker-${index + 1}`, status, pool.id, world.now),
    )
    world.workers.set(pool.name, documents)
  }
  pool.is_paused = change.paused ?? pool.is_paused
  if (change.concurrencyLimit !== undefined) pool.concurrency_limit = change.concurrencyLimit
  tellStatus(world, pool)
}

/** Writes into a pool, its queues and its deployments whether they are paused, and whether anybody asks for work. */
export function tellStatus(world: World, pool: WorkPool): void {
  const online = world.workers.get(pool.name)?.some(({ status }) => status === 'ONLINE') === true
  pool.status = statusOf(pool.is_paused, online)
  for (const queue of world.workQueues.values()) {
    if (queue.work_pool_id !== pool.id) continue
    queue.status = statusOf(queue.is_paused, online)
    if (online) queue.last_polled = world.now()
  }
  for (const deployment of world.deployments.values()) {
    if (deployment.work_pool_name !== pool.name) continue
    deployment.status = online ? 'READY' : 'NOT_READY'
    if (online) deployment.last_polled = world.now()
  }
}

function statusOf(paused: boolean, online: boolean): WorkPool['status'] {
  if (paused) return 'PAUSED'
  return online ? 'READY' : 'NOT_READY'
}
