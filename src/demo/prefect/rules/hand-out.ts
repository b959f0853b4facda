import type { FlowRun } from '../documents/flow-run.ts'
import type { World } from '../world.ts'
import { enterState } from './enter-state.ts'
import { setState } from './set-state.ts'
import { poolSlots, queueSlots, type Slots } from './slots.ts'

/** Why no worker gets a scheduled run. */
export type NotHandedOut =
  | 'not-scheduled'
  | 'too-early'
  | 'no-deployment'
  | 'no-queue'
  | 'in-process'
  | 'paused'
  | 'no-slot'

/** Whether a worker that asks for work would be given the run; null if so. */
export function whyNotHandedOut(world: World, run: FlowRun): NotHandedOut | null {
  if (run.state_type !== 'SCHEDULED') return 'not-scheduled'
  if (Date.parse(run.next_scheduled_start_time ?? '') > Date.now()) return 'too-early'
  if (run.deployment_id === null) return 'no-deployment'
  if (run.work_queue_name === null) return null // served by the flow itself: asked for by deployment, not by queue
  const queue = world.workQueues.get(run.work_queue_id ?? '')
  const pool = world.workPools.get(run.work_pool_name ?? '')
  if (queue === undefined || pool === undefined) return 'no-queue'
  if (run.empirical_policy.retry_type === 'in_process') return 'in-process'
  if (queue.is_paused || pool.is_paused) return 'paused'
  return isFull(queueSlots(world, queue)) || isFull(poolSlots(world, pool)) ? 'no-slot' : null
}

function isFull(slots: Slots | null): boolean {
  return slots !== null && slots.taken >= slots.limit
}

/** Gives a run to a worker, which begins it as far as Prefect lets it, or cancels it when its deployment is gone. */
export function handOut(world: World, run: FlowRun): void {
  const id = run.deployment_id
  if (id !== null && !world.deployments.has(id)) {
    const message = `Deployment ${id} no longer exists, cancelled run.`
    enterState(world, run, { type: 'CANCELLED', message })
  } else {
    setState(world, run, { type: 'PENDING' }, false)
  }
}
