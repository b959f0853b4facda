import { Pool } from 'pg'
import type { Logger } from 'pino'

/** How long connecting and one statement may take, in milliseconds: then a delivery is refused, and GitHub keeps it. */
const patience = { connect: 5000, statement: 10_000 }

/** Connections to Postgres; one that is lost is replaced by the next that is asked for. */
export function openPool(databaseUrl: string, log: Logger): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.statement,
    application_name: 'resume-on-merge',
  })
  pool.on('error', (error) => log.warn({ err: error }, 'a connection to Postgres was lost'))
  return pool
}
