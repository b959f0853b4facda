import { randomBytes } from 'node:crypto'
import postgres from 'postgres'

/** A server on which databases may be made and dropped. */
const server = process.env['E2E_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/** A database that nobody else has. */
export interface Database {
  /** As `DATABASE_URL`. */
  url: string
  /** A connection of the test's own. */
  sql: postgres.Sql
  /** The connections that programs have to it, but for the test's own. */
  connections(): Promise<number>
  drop(): Promise<void>
}

/** Why there is no Postgres to test with; null when there is one. */
export async function whyNoPostgres(): Promise<string | null> {
  const sql = connect(server)
  try {
    await sql`select 1`
    return null
  } catch (error) {
    const { host } = new URL(server)
    return `no Postgres answers at ${host} (${error instanceof Error ? error.message : error}); name one in E2E_DATABASE_URL`
  } finally {
    await sql.end()
  }
}

export async function createDatabase(): Promise<Database> {
  const name = `resume_on_merge_test_${randomBytes(6).toString('hex')}`
  const admin = connect(server)
  await admin.unsafe(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const sql = connect(url.href)
  return {
    url: url.href,
    sql,
    async connections() {
      const [row] = await admin<{ count: string }[]>`
        select count(*) from pg_stat_activity where datname = ${name} and application_name <> ${testName}`
      return Number(row?.count)
    },
    async drop() {
      await sql.end()
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

const testName = 'resume-on-merge tests'

function connect(url: string): postgres.Sql {
  return postgres(url, {
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: testName },
  })
}
