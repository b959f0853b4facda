import type { Deployment, FlowRun, Worker, WorkPool, WorkQueue } from '../prefect/index.ts'
import type { Warning } from './outlook.ts'

/** What was read of the way from Scheduled to a worker: null is what is not there, undefined what is not known. */
export interface WayToWorker {
  run: FlowRun
  deployment: Deployment
  workPool: WorkPool | null | undefined
  workers: readonly Worker[] | undefined
  workQueue: WorkQueue | null | undefined
}

/** Why nobody may pick a scheduled run up, though Prefect took it. */
export function warningsOf(way: WayToWorker): Warning[] {
  const { deployment } = way
  const limited: Warning[] = deployment.concurrencyLimit === 0 ? [{ about: 'deployment-full' }] : []
  return [...placeWarnings(way), ...limited]
}

/** A run whose queue is deleted has only its name left, and belongs to no pool any more: no worker sees it. */
function placeWarnings(way: WayToWorker): Warning[] {
  const { run, deployment, workQueue } = way
  const isLost = run.workQueueId === null && run.workQueueName !== null
  if (isLost || workQueue === null) return [{ about: 'work-queue-deleted', name: run.workQueueName }]
  const pool = run.workPoolName ?? deployment.workPoolName
  if (pool === null) return servingWarnings(way)
  const warnings = [...poolWarnings(way, pool), ...queueWarnings(way, pool)]
  return warnings.length > 0 ? warnings : unaskedWarnings(way, pool)
}

/** Without a pool, a program that serves the flow takes its runs, and Prefect says READY while it does. */
function servingWarnings({ deployment }: WayToWorker): Warning[] {
  return deployment.status === 'NOT_READY' ? [{ about: 'not-served' }] : []
}

/** A run stays on the pool where it first was, also when its deployment has moved to another. */
function poolWarnings({ workPool, workers }: WayToWorker, name: string): Warning[] {
  if (workPool === undefined) return []
  if (workPool === null) return [{ about: 'work-pool-deleted', name }]
  const warnings: Warning[] = []
  if (workPool.isPaused) warnings.push({ about: 'work-pool-paused', name })
  if (workPool.concurrencyLimit === 0) warnings.push({ about: 'work-pool-full', name })
  const anybody = workers === undefined || workers.some(({ status }) => status === 'ONLINE')
  if (!anybody && needsWorkers(workPool)) warnings.push({ about: 'no-worker', name })
  return warnings
}

/** Prefect Cloud starts the runs of push and managed pools itself. */
function needsWorkers({ type }: WorkPool): boolean {
  return !/:(?:push|managed)$/.test(type)
}

/** Where nothing else keeps them away, the queue itself says whether workers ask it. */
function unaskedWarnings({ workPool, workQueue }: WayToWorker, pool: string): Warning[] {
  if (workPool == null || !needsWorkers(workPool) || workQueue?.status !== 'NOT_READY') return []
  return [{ about: 'work-queue-unasked', name: workQueue.name, pool }]
}

function queueWarnings({ workQueue }: WayToWorker, pool: string): Warning[] {
  if (workQueue == null) return []
  const { name } = workQueue
  const warnings: Warning[] = []
  if (workQueue.isPaused) warnings.push({ about: 'work-queue-paused', name, pool })
  if (workQueue.concurrencyLimit === 0) warnings.push({ about: 'work-queue-full', name, pool })
  return warnings
}
