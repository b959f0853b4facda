import { randomUUID } from 'node:crypto'
import { test as base, describe, expect } from 'vitest'
import { MissingStoreError, OtherVersionError, openArchive } from '../../src/inbox/index.ts'
import { aFilledStore } from '../fixtures/a-filled-store.ts'
import { createDatabase, type Database, whyNoPostgres } from './postgres-database.ts'

const missing = await whyNoPostgres()
const test = base.extend<{ database: Database }>({
  database: async ({ task: _ }, use) => {
    const database = await createDatabase()
    await use(database)
    await database.drop()
  },
})

const flowRunId = randomUUID()

async function fill(databaseUrl: string): Promise<void> {
  await (await aFilledStore({ databaseUrl, dataFolder: '' }, 'one', { id: flowRunId })).close()
}

describe.skipIf(missing !== null)('what is stored in Postgres', () => {
  test('is found as it is in a file, by each way to ask', async ({ database: { url: databaseUrl } }) => {
    await fill(databaseUrl)
    const archive = await openArchive({ databaseUrl, dataFolder: '' })
    const queries = [
      { kind: 'pull-request', repository: 'Acme/etl', number: 42 },
      { kind: 'id', id: 'one' },
      { kind: 'id', id: flowRunId.toUpperCase() },
    ] as const
    for (const query of queries) {
      const attempt = { outcome: { kind: 'resumed' }, open: true, following: true }
      expect(await archive.dossiers(query)).toMatchObject([
        {
          deliveries: [{ guid: 'one', timesReceived: 1, number: 42 }],
          merge: { number: 42, runs: [{ id: flowRunId, attempts: [attempt] }], comment: { hasNews: true } },
        },
      ])
    }
    await archive.close()
    expect(archive.place).toBe(new URL(databaseUrl).host + new URL(databaseUrl).pathname)
  })

  test('is left as it is: no tables are made, and those of another version are not read', async ({
    database: { url: databaseUrl, sql },
  }) => {
    const opening = () => openArchive({ databaseUrl, dataFolder: '' })
    await expect(opening()).rejects.toThrow(MissingStoreError)
    expect(await sql`select 1 from pg_tables where schemaname = 'public'`).toHaveLength(0)
    await fill(databaseUrl)
    await sql`insert into kysely_migration (name, timestamp) values ('999-from-the-future', '')`
    await expect(opening()).rejects.toThrow(OtherVersionError)
  })
})
