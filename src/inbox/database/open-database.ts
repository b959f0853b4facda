import { type Dialect, Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Logger } from 'pino'
import { migrationProvider } from './migrations.ts'
import { openNodeSqlite, syncEachCommit } from './node-sqlite.ts'
import { type InboxStorage, inboxFile } from './storage.ts'
import type { Tables } from './tables.ts'

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
    return new SqliteDialect({ database: async () => openNodeSqlite(inboxFile(dataFolder)) })
  }
  const { openPool } = await import('./postgres-pool.ts')
  return new PostgresDialect({ pool: openPool(databaseUrl, log) })
}
