import { tmpdir } from 'node:os'
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openEngine } from '../../src/durable/index.ts'
import { openDesk } from '../../src/inbox/index.ts'
import { mergeKey } from '../../src/resume/index.ts'
import { aFilledStore } from '../fixtures/a-filled-store.ts'
import { aMerge } from '../fixtures/a-merge.ts'
import { createDatabase, type Database, whyNoPostgres } from './postgres-database.ts'

const missing = await whyNoPostgres()
if (missing !== null && process.env['E2E_REQUIRED'] === '1')
  throw new Error(`The tests with Postgres must run here, but ${missing}.`)

const hour = 3_600_000
const log = pino({ level: 'silent' })
const key = mergeKey(aMerge())

const storageOf = (database: Database) => ({ databaseUrl: database.url, dataFolder: tmpdir() })

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await createDatabase()
  try {
    await work(database)
    expect(await database.connections()).toBe(0)
  } finally {
    await database.drop()
  }
}

/** A store with a merge whose run has ended, and of which people were told. */
async function aFinishedMerge(database: Database) {
  const inbox = await aFilledStore(storageOf(database), 'one', { id: 'a', following: false })
  await inbox.finish(key)
  const untold = await inbox.claimUntold(key, hour)
  if (untold === null) throw new Error('There is nothing to tell.')
  await inbox.told(untold, { commentId: null, digest: null, alerts: [], writes: 0 }, 0)
  return inbox
}

test.skipIf(missing !== null)('what is over is forgotten from Postgres, and nothing sooner', () =>
  withDatabase(async (database) => {
    const inbox = await aFinishedMerge(database)
    expect(await inbox.forget(Date.now() - hour)).toEqual({ merges: 0, deliveries: 0 })
    expect(await inbox.forget(Date.now() + hour)).toEqual({ merges: 1, deliveries: 1 })
    expect(await inbox.forget(Date.now() + hour)).toEqual({ merges: 0, deliveries: 0 })
    expect(await database.sql`select key from flow_runs`).toEqual([])
    await inbox.close()
  }),
)

test.skipIf(missing !== null)('what somebody asks for at the same moment is not forgotten', () =>
  withDatabase(async (database) => {
    const inbox = await aFinishedMerge(database)
    const desk = await openDesk(storageOf(database))
    const [attempt, forgotten] = await Promise.allSettled([
      desk.ask(key, null),
      inbox.forget(Date.now() + hour),
    ])
    const asked = await inbox.pendingAttempts()
    expect(forgotten.status).toBe('fulfilled')
    expect(asked).toHaveLength(attempt.status === 'fulfilled' ? 1 : 0)
    expect(await database.sql`select attempt from attempts`).toHaveLength(asked.length)
    await Promise.all([desk.close(), inbox.close()])
  }),
)

test.skipIf(missing !== null)(
  'workflows that ended are deleted from the engine’s tables, with their steps',
  () =>
    withDatabase(async (database) => {
      const engine = await openEngine(storageOf(database), log)
      const workflow = engine.define('one-step', z.string(), async (_, step) => {
        await step.run('only', async () => null)
      })
      await engine.run()
      for (const name of ['a', 'b', 'c']) await workflow.start(name, name)
      const ended = () =>
        database.sql`select id from openworkflow.workflow_runs where finished_at is not null`
      await vi.waitUntil(async () => (await ended()).length === 3)
      expect(await engine.forget(Date.now() - hour)).toBe(0)
      expect(await engine.forget(Date.now() + hour)).toBe(3)
      expect(await engine.forget(Date.now() + hour)).toBe(0)
      expect(await database.sql`select id from openworkflow.step_attempts`).toEqual([])
      await engine.drain()
      await engine.close()
    }),
)
