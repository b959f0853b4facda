import type { Serving } from '../http/index.ts'
import type { PostedEvent } from './checks/events-body.ts'
import type { Deployment } from './documents/deployment.ts'
import type { Flow } from './documents/flow.ts'
import type { FlowRun } from './documents/flow-run.ts'
import type { State, StateInput } from './documents/state.ts'
import type { TaskRun } from './documents/task-run.ts'
import type { WorkPool } from './documents/work-pool.ts'
import type { WorkQueue } from './documents/work-queue.ts'
import type { DeploymentChange, DeploymentInput } from './seed/deployment.ts'
import type { FlowRunInput } from './seed/flow-run.ts'
import type { TaskRunInput } from './seed/task-run.ts'
import type { WorkPoolChange, WorkPoolInput } from './seed/work-pool.ts'
import type { WorkQueueChange, WorkQueueInput } from './seed/work-queue.ts'

export interface NewFlowRun extends FlowRunInput {
  /** How its executions end, one after the other; the last one for all that follow. @default ['COMPLETED'] */
  ends?: readonly StateInput[]
}

export interface NewTaskRun extends TaskRunInput {
  /** The id of the flow run that it belongs to. */
  flowRun: string
}

/** A flow run as people name it. */
export interface FlowRunPage {
  id: string
  /** Its page in the UI. */
  url: string
  name: string
}

/** What can be done to what a Prefect server holds, and seen of it. Ids are taken in any case. */
export interface PrefectControl {
  addFlow(name: string): Flow
  addDeployment(input: DeploymentInput): Deployment
  changeDeployment(id: string, change: DeploymentChange): void
  /** Its runs stay, and go on naming it. */
  deleteDeployment(id: string): void
  addWorkPool(input: WorkPoolInput): WorkPool
  changeWorkPool(name: string, change: WorkPoolChange): void
  addWorkQueue(input: WorkQueueInput): WorkQueue
  changeWorkQueue(id: string, change: WorkQueueChange): void
  /** Its runs stay, and no worker sees them any more. @throws for a pool's default queue, which cannot be deleted */
  deleteWorkQueue(id: string): void
  addTaskRun(input: NewTaskRun): TaskRun
  addFlowRun(input: NewFlowRun): FlowRunPage
  /** As a person or another program does, without any rules. */
  setState(id: string, state: StateInput): State
  /** Takes a run one step on, as a worker would: scheduled → pending → running → end. Null when no worker would. */
  advance(id: string): State | null
  /** A copy of the run's document. */
  flowRun(id: string): FlowRun
  /** Copies of its states, oldest first. */
  states(id: string): State[]
  /** How often the run has entered RUNNING. */
  executions(id: string): number
  /** The events that were taken and not dropped, oldest first. */
  events: readonly PostedEvent[]
}

/** A Prefect server in this process. */
export interface PrefectStandIn extends PrefectControl, Omit<Serving, 'origin' | 'changed'> {
  apiUrl: string
  uiUrl: string
}
