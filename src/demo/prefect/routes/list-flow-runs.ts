import type { Answer } from '../../http/index.ts'
import type { FlowRunsFilter } from '../checks/flow-runs-filter.ts'
import { parseMicroseconds } from '../clock.ts'
import type { FlowRun } from '../documents/flow-run.ts'
import type { World } from '../world.ts'
import { answerPage, descending, isAmong } from './list.ts'

const orders = {
  ID_DESC: descending<FlowRun>(({ id }) => id),
  START_TIME_DESC: descending<FlowRun>(startOf),
}

/** The flow runs that fit a filter, in the order asked for. */
export function listFlowRuns(world: World, { flow_runs, sort, ...page }: FlowRunsFilter): Answer {
  const found = [...world.flowRuns.values()].filter((run) => fits(run, flow_runs)).sort(orders[sort])
  return answerPage(found, page)
}

function fits(run: FlowRun, wanted: FlowRunsFilter['flow_runs']): boolean {
  return (
    isAmong(run.id, wanted?.id?.any_) &&
    wanted?.id?.not_any_?.includes(run.id) !== true &&
    isAmong(run.deployment_id, wanted?.deployment_id?.any_) &&
    isAmong(run.state_type, wanted?.state?.type?.any_) &&
    isAmong(run.state_name, wanted?.state?.name?.any_) &&
    beganWithin(run, wanted?.start_time)
  )
}

type Span = NonNullable<FlowRunsFilter['flow_runs']>['start_time']

function beganWithin(run: FlowRun, span: Span): boolean {
  if (span === null || span === undefined) return true
  const start = parseMicroseconds(startOf(run))
  return (
    start >= (span.after_ ?? Number.NEGATIVE_INFINITY) && start <= (span.before_ ?? Number.POSITIVE_INFINITY)
  )
}

/** A run that has not begun counts as one that begins when it should. */
function startOf({ start_time, expected_start_time }: FlowRun): string {
  return start_time ?? expected_start_time
}
