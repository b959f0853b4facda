import { z } from 'zod'
import type { Connection } from './connection.ts'
import { isUuid } from './is-uuid.ts'
import { readCertain } from './read.ts'
import type { PrefectRequest } from './request.ts'
import { completedTaskRunSchema } from './schemas/task-run.ts'

/** The most that Prefect gives in one answer. */
const limit = 200

/** What a flow run has done that its next execution may do once more. */
export type CompletedTaskRuns = {
  readonly completed: number
  /** Of these, those that have no result to go on with: they are run again. */
  readonly unpersisted: number
  /** Whether there may be more of both: the newest 200 are counted. */
  readonly more: boolean
}

const pageSchema = z.array(completedTaskRunSchema)

/**
 * Counts the completed task runs of the newest execution that completed any; every execution has its own. Subflow
 * runs, for which a task run stands, are not among them.
 *
 * Where Prefect persisted a result, the `data` of the task run's state says where it lies; otherwise `data` is null,
 * and the task is run again when its flow run is. Whether a persisted result is used is for the task's cache policy,
 * of which the API tells nothing.
 *
 * @throws {PrefectError}
 */
export async function countCompletedTaskRuns(
  connection: Connection,
  flowRunId: string,
): Promise<CompletedTaskRuns> {
  const wanted = flowRunId.toLowerCase()
  if (!isUuid(wanted)) return { completed: 0, unpersisted: 0, more: false }
  const request: PrefectRequest = {
    method: 'POST',
    path: '/task_runs/filter',
    template: '/task_runs/filter',
    body: {
      flow_runs: { id: { any_: [wanted] } },
      task_runs: { state: { type: { any_: ['COMPLETED'] } }, subflow_runs: { exists_: false } },
      sort: 'EXPECTED_START_TIME_DESC',
      limit,
    },
  }
  const page = await readCertain(connection, request, pageSchema)
  const newest = Math.max(...page.map(({ execution }) => execution))
  const ofNewest = page.filter(({ execution }) => execution === newest)
  return {
    completed: ofNewest.length,
    unpersisted: ofNewest.filter(({ isPersisted }) => !isPersisted).length,
    more: ofNewest.length === limit,
  }
}
