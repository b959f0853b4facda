import { join } from 'node:path'
import { BackendSqlite } from 'openworkflow/sqlite'
import type { EngineStore } from './engine-store.ts'
import { forgetInSqlite } from './forget-in-sqlite.ts'

/** Where the engine keeps its state: `databaseUrl` (Postgres) or, when null, a file in `dataFolder`. */
export interface EngineStorage {
  databaseUrl: string | null
  dataFolder: string
}

/** Opens the engine's own store, apart from ours: it has no busy timeout, so nobody else may write to its file. */
export async function openEngineStore({ databaseUrl, dataFolder }: EngineStorage): Promise<EngineStore> {
  if (databaseUrl !== null) {
    const { openPostgres } = await import('./open-postgres.ts')
    return await openPostgres(databaseUrl)
  }
  const file = join(dataFolder, 'workflows.sqlite')
  const backend = BackendSqlite.connect(file)
  return {
    backend,
    forget: async (before) => forgetInSqlite(file, before.toISOString()),
    close: () => backend.stop(),
  }
}
