import { createClock } from './clock.ts'
import type { Deployment } from './documents/deployment.ts'
import type { Flow } from './documents/flow.ts'
import type { FlowRun } from './documents/flow-run.ts'
import type { State } from './documents/state.ts'
import type { TaskRun } from './documents/task-run.ts'
import type { WorkPool } from './documents/work-pool.ts'
import type { WorkQueue } from './documents/work-queue.ts'
import type { WorkerDocument, WorkerStatus } from './documents/worker.ts'

/** Everything that a Prefect server holds, in memory. Ids in lower case are the keys, a work pool's name its own. */
export interface World {
  now(): string
  flows: Map<string, Flow>
  deployments: Map<string, Deployment>
  flowRuns: Map<string, FlowRun>
  /** Of each flow run, oldest first. */
  states: Map<string, State[]>
  taskRuns: Map<string, TaskRun>
  workPools: Map<string, WorkPool>
  workQueues: Map<string, WorkQueue>
  /** By the name of their work pool. */
  workers: Map<string, WorkerDocument[]>
  /** The workers that a work pool has from the start, unless it is said. */
  usualWorkers: readonly WorkerStatus[]
  /** How long a run waits for a slot of its deployment before it is tried again, in milliseconds. */
  slotWait: number
  /** The completed runs whose result was persisted. */
  persistedResults: Set<string>
  /** Called when a run has entered a state. */
  onState: Set<(run: FlowRun) => void>
}

/** A server that holds nothing yet. */
export function createWorld({ usualWorkers, slotWait }: Pick<World, 'usualWorkers' | 'slotWait'>): World {
  return {
    now: createClock(),
    flows: new Map(),
    deployments: new Map(),
    flowRuns: new Map(),
    states: new Map(),
    taskRuns: new Map(),
    workPools: new Map(),
    workQueues: new Map(),
    workers: new Map(),
    usualWorkers,
    slotWait,
    persistedResults: new Set(),
    onState: new Set(),
  }
}

/** How often a run has entered RUNNING. */
export function countExecutions({ states }: World, id: string): number {
  return states.get(id)?.filter(({ type }) => type === 'RUNNING').length ?? 0
}
