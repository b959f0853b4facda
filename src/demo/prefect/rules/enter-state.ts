import type { FlowRun } from '../documents/flow-run.ts'
import { createState, isTerminal, type State, type StateInput } from '../documents/state.ts'
import type { World } from '../world.ts'
import { tellParent } from './tell-parent.ts'

/** Puts a run into a state, with what the server does on every accepted transition, forced or not. */
export function enterState(world: World, run: FlowRun, input: StateInput): State {
  const owner = { flow_run_id: run.id, task_run_id: run.parent_task_run_id, child_flow_run_id: null }
  const state = createState(input, owner, world.now)
  if (run.state_type === 'RUNNING') run.total_run_time += seconds(run.state.timestamp, state.timestamp)
  if (isTerminal(run.state_type) && !isTerminal(state.type)) run.end_time = null
  if (isTerminal(state.type)) run.end_time = state.timestamp
  if (state.type === 'RUNNING') {
    run.run_count += 1
    run.start_time ??= state.timestamp
  }
  run.next_scheduled_start_time = state.state_details.scheduled_time
  run.state = state
  run.state_id = state.id
  run.state_type = state.type
  run.state_name = state.name
  run.updated = state.timestamp
  run.estimated_run_time = run.total_run_time
  world.states.get(run.id)?.push(state)
  tellParent(world, run, input)
  for (const listener of world.onState) listener(run)
  return state
}

function seconds(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
