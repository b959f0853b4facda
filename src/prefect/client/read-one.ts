import type { z } from 'zod'
import type { Connection } from './connection.ts'
import { pathOf } from './path-of.ts'
import { read } from './read.ts'

/**
 * Reads one thing of a collection; null where Prefect has none with this id.
 *
 * @throws {PrefectError}
 */
export async function readOne<T>(
  connection: Connection,
  collection: 'flow_runs' | 'deployments' | 'flows' | 'work_queues' | 'task_runs',
  id: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const path = pathOf(collection, id)
  if (path === null) return null
  return read(connection, { method: 'GET', path, template: `/${collection}/{id}` }, schema)
}
