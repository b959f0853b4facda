import { z } from 'zod'
import { createCsrf } from './csrf.ts'
import {
  type Deployment,
  deploymentSchema,
  type Flow,
  type FlowRun,
  type FlowRunState,
  flowRunSchema,
  flowRunStateSchema,
  flowSchema,
} from './documents.ts'
import type { PrefectClientOptions } from './options.ts'
import { createReader } from './read.ts'
import { type ScheduledState, type SetStateAnswer, setFlowRunState } from './set-flow-run-state.ts'
import { createTransport } from './transport.ts'
import { createWriter } from './write.ts'

/** The API of one Prefect workspace. Null is what Prefect does not know; everything unexpected is a PrefectError. */
export interface PrefectClient {
  readFlowRun(id: string): Promise<FlowRun | null>
  /** All states of a flow run, oldest first; none for a run that Prefect does not know. */
  readFlowRunStates(id: string): Promise<FlowRunState[]>
  readDeployment(id: string): Promise<Deployment | null>
  readFlow(id: string): Promise<Flow | null>
  /** Those of the flow runs that there are, in any order; one call for every 200. */
  filterFlowRuns(ids: readonly string[]): Promise<FlowRun[]>
  /** Sent once. @throws PrefectAmbiguousAnswerError when it may have been done: read before it is tried again */
  setFlowRunState(id: string, state: ScheduledState): Promise<SetStateAnswer>
}

/** The server refuses more. */
const filterLimit = 200

export function createPrefectClient(options: PrefectClientOptions): PrefectClient {
  const transport = createTransport(options)
  const reader = createReader(transport, options)
  const write = createWriter(transport, createCsrf(reader))
  const get = (path: string, template: string) => ({ method: 'GET', path, template }) as const

  return {
    readFlowRun: (id) => reader.find(get(`/flow_runs/${id}`, '/flow_runs/{id}'), flowRunSchema),
    readFlowRunStates: (id) =>
      reader.read(
        get(`/flow_run_states/?flow_run_id=${id}`, '/flow_run_states/'),
        z.array(flowRunStateSchema),
      ),
    readDeployment: (id) => reader.find(get(`/deployments/${id}`, '/deployments/{id}'), deploymentSchema),
    readFlow: (id) => reader.find(get(`/flows/${id}`, '/flows/{id}'), flowSchema),
    async filterFlowRuns(ids) {
      const found: FlowRun[] = []
      for (let start = 0; start < ids.length; start += filterLimit) {
        const any = ids.slice(start, start + filterLimit)
        const call = {
          method: 'POST',
          path: '/flow_runs/filter',
          template: '/flow_runs/filter',
          body: { flow_runs: { id: { any_: any } }, limit: filterLimit },
        } as const
        found.push(...(await reader.read(call, z.array(flowRunSchema))))
      }
      return found
    },
    setFlowRunState: (id, state) => setFlowRunState(write, transport.host, id, state),
  }
}
