import { z } from 'zod'
import type { Connection } from './connection.ts'
import { pathOfName } from './path-of.ts'
import { read } from './read.ts'
import type { PrefectRequest } from './request.ts'
import { type Worker, workerSchema } from './schemas/worker.ts'

const workersSchema = z.array(workerSchema)

/**
 * The workers of a work pool; none for a pool that Prefect does not know.
 *
 * @throws {PrefectError}
 */
export async function readWorkers(connection: Connection, poolName: string): Promise<Worker[]> {
  const path = pathOfName('work_pools', poolName)
  if (path === null) return []
  const request: PrefectRequest = {
    method: 'POST',
    path: `${path}/workers/filter`,
    template: '/work_pools/{name}/workers/filter',
    body: {},
  }
  return (await read(connection, request, workersSchema)) ?? []
}
