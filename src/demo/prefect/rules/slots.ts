import type { Deployment } from '../documents/deployment.ts'
import type { FlowRun } from '../documents/flow-run.ts'
import type { StateType } from '../documents/state.ts'
import type { WorkPool } from '../documents/work-pool.ts'
import type { WorkQueue } from '../documents/work-queue.ts'
import type { World } from '../world.ts'

const holding: ReadonlySet<StateType> = new Set(['PENDING', 'RUNNING'])

/** How many runs may hold a slot at once, and how many do. */
export interface Slots {
  limit: number
  taken: number
}

/** Whether a run holds a slot of its pool, its queue and its deployment. */
export function holdsSlot({ state_type }: FlowRun): boolean {
  return holding.has(state_type)
}

/** The slots of a work pool; null where it has no limit. */
export function poolSlots(world: World, { name, concurrency_limit }: WorkPool): Slots | null {
  return slots(world, concurrency_limit, (run) => run.work_pool_name === name)
}

/** The slots of a work queue; null where it has no limit. */
export function queueSlots(world: World, { id, concurrency_limit }: WorkQueue): Slots | null {
  return slots(world, concurrency_limit, (run) => run.work_queue_id === id)
}

/** The slots of a deployment; null where it has no limit. */
export function deploymentSlots(world: World, { id, global_concurrency_limit }: Deployment): Slots | null {
  return slots(world, global_concurrency_limit?.limit ?? null, (run) => run.deployment_id === id)
}

function slots(world: World, limit: number | null, owns: (run: FlowRun) => boolean): Slots | null {
  if (limit === null) return null
  const taken = [...world.flowRuns.values()].filter((run) => holdsSlot(run) && owns(run)).length
  return { limit, taken }
}
