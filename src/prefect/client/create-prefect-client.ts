import { connect } from './connection.ts'
import { type CompletedTaskRuns, countCompletedTaskRuns } from './count-completed-task-runs.ts'
import { filterFlowRuns } from './filter-flow-runs.ts'
import { findLaterCompletedRun } from './find-later-completed-run.ts'
import type { PrefectClientOptions } from './options.ts'
import { readFlowRunStates } from './read-flow-run-states.ts'
import { readOne } from './read-one.ts'
import { type ReadOptions, withPatience } from './read-options.ts'
import { readVersion } from './read-version.ts'
import { readWorkPool } from './read-work-pool.ts'
import { readWorkers } from './read-workers.ts'
import { type Deployment, deploymentSchema } from './schemas/deployment.ts'
import type { PrefectEvent } from './schemas/event.ts'
import { type Flow, flowSchema } from './schemas/flow.ts'
import { type FlowRun, flowRunSchema } from './schemas/flow-run.ts'
import type { FlowRunNow } from './schemas/flow-run-now.ts'
import type { FlowRunState } from './schemas/flow-run-state.ts'
import { type TaskRun, taskRunSchema } from './schemas/task-run.ts'
import type { WorkPool } from './schemas/work-pool.ts'
import { type WorkQueue, workQueueSchema } from './schemas/work-queue.ts'
import type { Worker } from './schemas/worker.ts'
import { sendEvents } from './send-events.ts'
import { type SetStateAnswer, type SetStateRequest, setFlowRunState } from './set-flow-run-state.ts'

/** One workspace of Prefect. Every method throws a PrefectError for what it cannot give, and the signal's reason when left. */
export interface PrefectClient {
  readFlowRun(id: string, options?: ReadOptions): Promise<FlowRun | null>
  /** Oldest first; none for a run that Prefect does not know. */
  readFlowRunStates(id: string, options?: ReadOptions): Promise<FlowRunState[]>
  readDeployment(id: string, options?: ReadOptions): Promise<Deployment | null>
  readFlow(id: string, options?: ReadOptions): Promise<Flow | null>
  readWorkPool(name: string, options?: ReadOptions): Promise<WorkPool | null>
  /** In no order; none for a work pool that Prefect does not know. */
  readWorkers(poolName: string, options?: ReadOptions): Promise<Worker[]>
  readWorkQueue(id: string, options?: ReadOptions): Promise<WorkQueue | null>
  /** A flow run's `parentTaskRunId` leads by it to its parent. */
  readTaskRun(id: string, options?: ReadOptions): Promise<TaskRun | null>
  /**
   * The newest completed run of a deployment, other than `except`, that first began at `after` (ISO 8601) or later. A
   * run that began before and was rerun since is not found: a rerun does not change when it began.
   */
  findLaterCompletedRun(
    deploymentId: string,
    after: string,
    except: string,
    options?: ReadOptions,
  ): Promise<FlowRun | null>
  /** What of a flow run would be done once more, as far as Prefect tells: see {@link CompletedTaskRuns}. */
  countCompletedTaskRuns(flowRunId: string, options?: ReadOptions): Promise<CompletedTaskRuns>
  /** How those of these runs stand that Prefect knows and we can read, in no order. */
  filterFlowRuns(ids: readonly string[]): Promise<FlowRunNow[]>
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
    readWorkPool: (name, options) => readWorkPool(withPatience(connection, options), name),
    readWorkers: (poolName, options) => readWorkers(withPatience(connection, options), poolName),
    readWorkQueue: (id, options) =>
      readOne(withPatience(connection, options), 'work_queues', id, workQueueSchema),
    readTaskRun: (id, options) => readOne(withPatience(connection, options), 'task_runs', id, taskRunSchema),
    findLaterCompletedRun: (deploymentId, after, except, options) =>
      findLaterCompletedRun(withPatience(connection, options), deploymentId, after, except),
    countCompletedTaskRuns: (flowRunId, options) =>
      countCompletedTaskRuns(withPatience(connection, options), flowRunId),
    filterFlowRuns: (ids) => filterFlowRuns(connection, ids),
    setFlowRunState: (id, request) => setFlowRunState(connection, id, request),
    sendEvents: (events) => sendEvents(connection, events),
    readVersion: () => readVersion(connection),
  }
}
