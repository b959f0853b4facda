import { join } from 'node:path'
import type { Backend } from 'openworkflow/internal'
import { BackendSqlite } from 'openworkflow/sqlite'

/** Where the engine keeps its state: `databaseUrl` (Postgres) or, when null, a file in `dataFolder`. */
export interface EngineStorage {
  databaseUrl: string | null
  dataFolder: string
}

/** Opens the engine's own store, apart from ours: it has no busy timeout, so nobody else may write to its file. */
export async function openBackend(storage: EngineStorage): Promise<Backend> {
  if (storage.databaseUrl !== null) {
    const { openPostgres } = await import('./open-postgres.ts')
    return await openPostgres(storage.databaseUrl)
  }
  return BackendSqlite.connect(join(storage.dataFolder, 'workflows.sqlite'))
}
