import { join } from 'node:path'
import { type Dialect, Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Logger } from 'pino'
import { migrationProvider } from './migrations.ts'
import { openNodeSqlite, syncEachCommit } from './node-sqlite.ts'
import type { Tables } from './tables.ts'

/** Where the inbox is kept: `databaseUrl` (Postgres) or, when null, a file of its own in `dataFolder`. */
export interface InboxStorage {
  databaseUrl: string | null
  dataFolder: string
}

/** Opens the database and brings its tables up to date; several replicas may do so at once. */
export async function openDatabase(storage: InboxStorage, log: Logger): Promise<Kysely<Tables>> {
  const database = new Kysely<Tables>({ dialect: await dialectOf(storage, log) })
  const { error } = await new Migrator({ db: database, provider: migrationProvider }).migrateToLatest()
  if (error !== undefined) {
    await database.destroy()
    throw error
  }
  // Not before: a table that is lost is made again, and syncing each step of a first start takes long.
  if (storage.databaseUrl === null) await sql.raw(syncEachCommit).execute(database)
  return database
}

async function dialectOf({ databaseUrl, dataFolder }: InboxStorage, log: Logger): Promise<Dialect> {
  if (databaseUrl === null) {
    return new SqliteDialect({ database: async () => openNodeSqlite(join(dataFolder, 'inbox.sqlite')) })
  }
  const { openPool } = await import('./postgres-pool.ts')
  return new PostgresDialect({ pool: openPool(databaseUrl, log) })
}
