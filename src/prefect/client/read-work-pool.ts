import type { Connection } from './connection.ts'
import { pathOfName } from './path-of.ts'
import { read } from './read.ts'
import { type WorkPool, workPoolSchema } from './schemas/work-pool.ts'

/**
 * The work pool of that name; null where Prefect has none.
 *
 * @throws {PrefectError}
 */
export async function readWorkPool(connection: Connection, name: string): Promise<WorkPool | null> {
  const path = pathOfName('work_pools', name)
  if (path === null) return null
  return read(connection, { method: 'GET', path, template: '/work_pools/{name}' }, workPoolSchema)
}
