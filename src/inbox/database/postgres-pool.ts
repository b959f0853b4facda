import { Pool, type PoolConfig } from 'pg'
import type { Logger } from 'pino'

/** How long connecting and one statement may take, in milliseconds: then a delivery is refused, and GitHub keeps it. */
const patience = { connect: 5000, statement: 10_000 }

/** Connections to Postgres; one that is lost is replaced by the next that is asked for. */
export function openPool(databaseUrl: string, log: Logger): Pool {
  const pool = new Pool({ ...common(databaseUrl), query_timeout: patience.statement })
  pool.on('error', (error) => log.warn({ err: error }, 'a connection to Postgres was lost'))
  return pool
}

/** One connection for a person at a terminal, who may wait for longer. */
export function openSingle(databaseUrl: string): Pool {
  const pool = new Pool({ ...common(databaseUrl), max: 1 })
  // A connection that is lost between two statements is news to the next one, which fails and is told.
  pool.on('error', () => {})
  return pool
}

function common(databaseUrl: string): PoolConfig {
  return {
    connectionString: databaseUrl,
    connectionTimeoutMillis: patience.connect,
    application_name: 'resume-on-merge',
  }
}
