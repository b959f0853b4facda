import { type Answer, type Route, route, type StandInRequest } from '../../http/index.ts'
import { type FlowRunsFilter, flowRunsFilter } from '../checks/flow-runs-filter.ts'
import { refuseBody } from '../checks/refusal.ts'
import { setStateBody } from '../checks/set-state-body.ts'
import type { FlowRun } from '../documents/flow-run.ts'
import { normalizeId } from '../normalize-id.ts'
import { setState } from '../rules/set-state.ts'
import type { World } from '../world.ts'
import { except, refuse } from './refuse.ts'

/** The largest and the default number of runs of a list. */
const mostRuns = 200

/** Lists of runs and of their states, and proposing one. */
export function flowRunRoutes(world: World): Route[] {
  return [
    route('POST', '/flow_runs/{id:uuid}/set_state', (request, id = '') =>
      proposeState(world, normalizeId(id), request),
    ),
    route('GET', '/flow_run_states/', ({ url }) => {
      const id = url.searchParams.get('flow_run_id')
      if (id === null) return refuse(422, 'flow_run_id is required')
      return { status: 200, body: world.states.get(normalizeId(id)) ?? [] }
    }),
    route('POST', '/flow_runs/filter', ({ body }) => {
      const filter = flowRunsFilter.safeParse(body ?? {})
      return filter.success ? list(world, filter.data) : refuseBody(body, filter.error)
    }),
  ]
}

function proposeState(world: World, id: string, { body }: StandInRequest): Answer {
  const wanted = setStateBody.safeParse(body)
  if (!wanted.success) return refuseBody(body, wanted.error)
  const run = world.flowRuns.get(id)
  if (run === undefined) return except(404, `Flow run with id ${id} not found`)
  const before = run.state_id
  const result = setState(world, run, wanted.data.state, wanted.data.force)
  return { status: result.state.id === before ? 200 : 201, body: result }
}

function list(world: World, { flow_runs, limit, offset }: FlowRunsFilter): Answer {
  const most = limit ?? mostRuns
  if (most < 0) return refuse(422, 'Invalid limit: must be greater than or equal to 0.')
  if (most > mostRuns) return refuse(422, `Invalid limit: must be less than or equal to ${mostRuns}.`)
  const found = [...world.flowRuns.values()]
    .filter((run) => fits(run, flow_runs))
    .sort((one, other) => (one.id < other.id ? 1 : -1))
  return { status: 200, body: found.slice(offset, offset + most) }
}

function fits(run: FlowRun, wanted: FlowRunsFilter['flow_runs']): boolean {
  return (
    among(run.id, wanted?.id?.any_) &&
    among(run.deployment_id, wanted?.deployment_id?.any_) &&
    among(run.state_type, wanted?.state?.type?.any_) &&
    among(run.state_name, wanted?.state?.name?.any_)
  )
}

function among(value: string | null, any: readonly string[] | null | undefined): boolean {
  return any === null || any === undefined || (value !== null && any.includes(value))
}
