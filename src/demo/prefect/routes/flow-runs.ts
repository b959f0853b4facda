import { type Answer, type Route, route, type StandInRequest } from '../../http/index.ts'
import { flowRunsFilter } from '../checks/flow-runs-filter.ts'
import { refuseBody } from '../checks/refusal.ts'
import { setStateBody } from '../checks/set-state-body.ts'
import { normalizeId } from '../normalize-id.ts'
import { setState } from '../rules/set-state.ts'
import type { World } from '../world.ts'
import { listFlowRuns } from './list-flow-runs.ts'
import { except, refuse } from './refuse.ts'

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
      return filter.success ? listFlowRuns(world, filter.data) : refuseBody(body, filter.error)
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
