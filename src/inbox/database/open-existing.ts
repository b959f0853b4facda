import { existsSync } from 'node:fs'
import { type Dialect, Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import { migrationNames } from './migrations.ts'
import { MissingStoreError } from './missing-store-error.ts'
import { openNodeSqlite, openNodeSqliteToRead } from './node-sqlite.ts'
import { OtherVersionError } from './other-version-error.ts'
import { type InboxStorage, inboxFile, placeOf } from './storage.ts'
import type { Tables } from './tables.ts'

/** Where the query builder notes which migrations were applied. */
const applied = 'kysely_migration'

/** What is done with a database that a server keeps, and may be writing to at the same time. */
type Access = 'read' | 'write'

/**
 * Opens the database of a server; its tables stay as they are.
 *
 * @throws MissingStoreError, OtherVersionError
 */
export async function openExisting(storage: InboxStorage, access: Access): Promise<Kysely<Tables>> {
  const database = new Kysely<Tables>({ dialect: await dialectOf(storage, access) })
  try {
    await checkTables(database, placeOf(storage))
    return database
  } catch (error) {
    await database.destroy()
    throw error
  }
}

async function dialectOf(storage: InboxStorage, access: Access): Promise<Dialect> {
  const { databaseUrl, dataFolder } = storage
  if (databaseUrl === null) {
    const file = inboxFile(dataFolder)
    if (!existsSync(file)) throw new MissingStoreError(file)
    const open = access === 'read' ? openNodeSqliteToRead : openNodeSqlite
    return new SqliteDialect({ database: async () => open(file) })
  }
  const { openSingle } = await import('./postgres-pool.ts')
  return new PostgresDialect({ pool: openSingle(databaseUrl) })
}

/** What another version stored may mean something else, so nothing of it is touched. */
async function checkTables(database: Kysely<Tables>, place: string): Promise<void> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === applied)) throw new MissingStoreError(place)
  const rows = await database
    .withTables<{ [applied]: { name: string } }>()
    .selectFrom(applied)
    .select('name')
    .execute()
  const names = new Set(rows.map(({ name }) => name))
  if (migrationNames.some((name) => !names.has(name))) throw new OtherVersionError(place, 'older')
  if (names.size > migrationNames.length) throw new OtherVersionError(place, 'newer')
}
