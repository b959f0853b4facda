import { type Route, route } from '../../http/index.ts'
import { refuseBody } from '../checks/refusal.ts'
import { type TaskRunsFilter, taskRunsFilter } from '../checks/task-runs-filter.ts'
import type { TaskRun } from '../documents/task-run.ts'
import type { World } from '../world.ts'
import { answerPage, descending, isAmong } from './list.ts'

const orders = {
  ID_DESC: descending<TaskRun>(({ id }) => id),
  EXPECTED_START_TIME_DESC: descending<TaskRun>(({ expected_start_time }) => expected_start_time),
}

/** Lists of task runs. */
export function taskRunRoutes(world: World): Route[] {
  return [
    route('POST', '/task_runs/filter', ({ body }) => {
      const filter = taskRunsFilter.safeParse(body ?? {})
      if (!filter.success) return refuseBody(body, filter.error)
      const { sort, ...wanted } = filter.data
      const found = [...world.taskRuns.values()].filter((run) => fits(world, run, wanted)).sort(orders[sort])
      return answerPage(found, wanted)
    }),
  ]
}

function fits(
  world: World,
  run: TaskRun,
  { flow_runs, task_runs }: Pick<TaskRunsFilter, 'flow_runs' | 'task_runs'>,
): boolean {
  const exists = task_runs?.subflow_runs?.exists_
  return (
    isAmong(run.flow_run_id, flow_runs?.id?.any_) &&
    isAmong(run.state_type, task_runs?.state?.type?.any_) &&
    isAmong(run.state_name, task_runs?.state?.name?.any_) &&
    (exists === null || exists === undefined || exists === standsForSubflow(world, run))
  )
}

function standsForSubflow(world: World, { id }: TaskRun): boolean {
  return [...world.flowRuns.values()].some(({ parent_task_run_id }) => parent_task_run_id === id)
}
