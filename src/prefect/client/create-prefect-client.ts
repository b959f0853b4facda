import { connect } from './connection.ts'
import { filterFlowRuns } from './filter-flow-runs.ts'
import type { PrefectClientOptions } from './options.ts'
import { readFlowRunStates } from './read-flow-run-states.ts'
import { readOne } from './read-one.ts'
import { type ReadOptions, withPatience } from './read-options.ts'
import { readVersion } from './read-version.ts'
import { type Deployment, deploymentSchema } from './schemas/deployment.ts'
import type { PrefectEvent } from './schemas/event.ts'
import { type Flow, flowSchema } from './schemas/flow.ts'
import { type FlowRun, flowRunSchema } from './schemas/flow-run.ts'
import type { FlowRunState } from './schemas/flow-run-state.ts'
import { sendEvents } from './send-events.ts'
import { type SetStateAnswer, type SetStateRequest, setFlowRunState } from './set-flow-run-state.ts'

/** One workspace of Prefect. Every method throws a PrefectError for what it cannot give, and the signal's reason when left. */
export interface PrefectClient {
  readFlowRun(id: string, options?: ReadOptions): Promise<FlowRun | null>
  /** Oldest first; none for a run that Prefect does not know. */
  readFlowRunStates(id: string, options?: ReadOptions): Promise<FlowRunState[]>
  readDeployment(id: string, options?: ReadOptions): Promise<Deployment | null>
  readFlow(id: string, options?: ReadOptions): Promise<Flow | null>
  /** Those of these runs that Prefect knows and we can read, in no order. */
  filterFlowRuns(ids: readonly string[]): Promise<FlowRun[]>
  /** Sent once. A PrefectAmbiguousAnswerError means that it may have been done: read before another try. */
  setFlowRunState(id: string, request: SetStateRequest): Promise<SetStateAnswer>
  /** Sent once, as {@link setFlowRunState}. */
  sendEvents(events: readonly PrefectEvent[]): Promise<void>
  /** The server's, such as `3.8.8`. */
  readVersion(): Promise<string>
}

/**
 * A client of Prefect's API, which keeps its connections open and asks nothing before its first call.
 *
 * @throws {UnusableApiUrlError | UnreadableCertificateError}
 */
export function createPrefectClient(clientOptions: PrefectClientOptions): PrefectClient {
  const connection = connect(clientOptions)
  return {
    readFlowRun: (id, options) => readOne(withPatience(connection, options), 'flow_runs', id, flowRunSchema),
    readFlowRunStates: (id, options) => readFlowRunStates(withPatience(connection, options), id),
    readDeployment: (id, options) =>
      readOne(withPatience(connection, options), 'deployments', id, deploymentSchema),
    readFlow: (id, options) => readOne(withPatience(connection, options), 'flows', id, flowSchema),
    filterFlowRuns: (ids) => filterFlowRuns(connection, ids),
    setFlowRunState: (id, request) => setFlowRunState(connection, id, request),
    sendEvents: (events) => sendEvents(connection, events),
    readVersion: () => readVersion(connection),
  }
}
