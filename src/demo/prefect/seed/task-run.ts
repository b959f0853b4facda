import { randomUUID } from 'node:crypto'
import type { FlowRun } from '../documents/flow-run.ts'
import { createState, createStoredResult, type StateInput } from '../documents/state.ts'
import { createTaskRun, type TaskRun } from '../documents/task-run.ts'
import type { World } from '../world.ts'

export interface TaskRunInput {
  /** @default 'FAILED' */
  state?: StateInput
  /** The name of its function; unless given, it stands for a subflow run, which names it as its `parentTaskRun`. */
  task?: string
  /** Whether its result was persisted. @default false */
  persistedResult?: boolean
  /** In which execution of the flow run it ran. @default the newest */
  execution?: number
}

/** Creates a task run of a flow run. */
export function seedTaskRun(world: World, run: FlowRun, input: TaskRunInput): TaskRun {
  const { state = 'FAILED', task = null, persistedResult = false, execution = run.run_count } = input
  const id = randomUUID()
  const owner = { flow_run_id: run.id, task_run_id: id, child_flow_run_id: null }
  const entered = createState(state, owner, world.now, persistedResult ? createStoredResult() : null)
  const document = createTaskRun({ id, task, execution }, run, entered, world.now)
  world.taskRuns.set(id, document)
  return document
}
