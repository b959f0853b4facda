import { DEFAULT_NAMESPACE_ID } from 'openworkflow/internal'
import postgres from 'postgres'
import { endedStatuses } from './ended.ts'
import type { EngineStore } from './engine-store.ts'

/** Any number that nobody else locks in this database. */
const migrationLock = '7035982617403641'

/** So many runs at most are deleted by one statement. */
const atOnce = 200

/** The connection that forgets is closed when it was not needed for so many seconds. */
const idleTimeout = 10

/**
 * Opens the engine's store in a Postgres database; its tables are made or brought up to date, by one program at a
 * time: the engine itself does not wait for others, and two that start together would fail.
 */
export async function openPostgres(url: string): Promise<EngineStore> {
  const { BackendPostgres } = await import('openworkflow/postgres')
  const lock = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await lock`select pg_advisory_lock(${migrationLock}::bigint)`
    const backend = await BackendPostgres.connect(url)
    const sql = postgres(url, { max: 1, idle_timeout: idleTimeout })
    return {
      backend,
      forget: (before) => forget(sql, before),
      close: async () => void (await Promise.all([sql.end(), backend.stop()])),
    }
  } finally {
    await lock.end()
  }
}

/** The schema deletes the steps of a run with it. What ended before a time was made before it, and that has an index. */
async function forget(sql: postgres.Sql, before: Date): Promise<number> {
  const { count } = await sql`
    delete from openworkflow.workflow_runs
    where namespace_id = ${DEFAULT_NAMESPACE_ID} and id in (
      select id from openworkflow.workflow_runs
      where namespace_id = ${DEFAULT_NAMESPACE_ID} and status in ${sql(endedStatuses)}
        and created_at < ${before} and finished_at < ${before}
      limit ${atOnce})`
  return count
}
