import type { Connection } from './connection.ts'
import { isUuid } from './is-uuid.ts'
import { read } from './read.ts'
import type { PrefectRequest } from './request.ts'
import { type FlowRunState, flowRunStatesSchema } from './schemas/flow-run-state.ts'

/**
 * All states that a flow run ever had, oldest first; none for a run that Prefect does not know.
 *
 * @throws {PrefectError}
 */
export async function readFlowRunStates(connection: Connection, id: string): Promise<FlowRunState[]> {
  const wanted = id.toLowerCase()
  if (!isUuid(wanted)) return []
  const request: PrefectRequest = {
    method: 'GET',
    path: `/flow_run_states/?flow_run_id=${wanted}`,
    template: '/flow_run_states/',
  }
  const states = (await read(connection, request, flowRunStatesSchema)) ?? []
  return states.toSorted((left, right) => Date.parse(left.timestamp) - Date.parse(right.timestamp))
}
