import { z } from 'zod'
import type { Connection } from './connection.ts'
import { isUuid } from './is-uuid.ts'
import { keepReadable } from './keep-readable.ts'
import { readCertain } from './read.ts'
import type { PrefectRequest } from './request.ts'
import { type FlowRun, flowRunSchema } from './schemas/flow-run.ts'

/** More than one, as one may be in a form that we do not know. */
const limit = 3

const pageSchema = z.array(z.unknown())

/**
 * The newest completed run of a deployment that first began at or after a moment.
 *
 * @param after ISO 8601
 * @param except the id of a run that is not meant
 * @throws {PrefectError}
 */
export async function findLaterCompletedRun(
  connection: Connection,
  deploymentId: string,
  after: string,
  except: string,
): Promise<FlowRun | null> {
  const ids = [deploymentId, except].map((id) => id.toLowerCase())
  if (!ids.every(isUuid)) return null
  const [deployment, excepted] = ids
  const request: PrefectRequest = {
    method: 'POST',
    path: '/flow_runs/filter',
    template: '/flow_runs/filter',
    body: {
      flow_runs: {
        id: { not_any_: [excepted] },
        deployment_id: { any_: [deployment] },
        state: { type: { any_: ['COMPLETED'] } },
        start_time: { after_: after },
      },
      sort: 'START_TIME_DESC',
      limit,
    },
  }
  const page = await readCertain(connection, request, pageSchema)
  return keepReadable(connection, page, flowRunSchema)[0] ?? null
}
