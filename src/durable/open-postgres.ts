import type { Backend } from 'openworkflow/internal'
import postgres from 'postgres'

/** Any number that nobody else locks in this database. */
const migrationLock = '7035982617403641'

/**
 * Opens the engine's store in a Postgres database; its tables are made or brought up to date, by one program at a
 * time: the engine itself does not wait for others, and two that start together would fail.
 */
export async function openPostgres(url: string): Promise<Backend> {
  const { BackendPostgres } = await import('openworkflow/postgres')
  const lock = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await lock`select pg_advisory_lock(${migrationLock}::bigint)`
    return await BackendPostgres.connect(url)
  } finally {
    await lock.end()
  }
}
