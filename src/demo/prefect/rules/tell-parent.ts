import type { FlowRun } from '../documents/flow-run.ts'
import { createState, isTerminal, type StateInput } from '../documents/state.ts'
import type { World } from '../world.ts'

/** A subflow run's state is also that of the task run that stands for it in its parent. */
export function tellParent(world: World, run: FlowRun, input: StateInput): void {
  const task = world.taskRuns.get(run.parent_task_run_id ?? '')
  if (task === undefined) return
  const owner = { flow_run_id: task.flow_run_id, task_run_id: task.id, child_flow_run_id: run.id }
  const state = createState(input, owner, world.now)
  task.state = state
  task.state_id = state.id
  task.state_type = state.type
  task.state_name = state.name
  task.updated = state.timestamp
  task.end_time = isTerminal(state.type) ? state.timestamp : null
}
