import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { type App, spawnApp } from '../app/spawn-app.ts'
import { test as base, repository } from '../app/world.ts'
import { createDatabase, type Database, whyNoPostgres } from './postgres-database.ts'

const missing = await whyNoPostgres()
if (missing !== null) {
  if (process.env['E2E_REQUIRED'] === '1')
    throw new Error(`The tests with Postgres must run here, but ${missing}.`)
  process.stdout.write(`skipped: the end-to-end tests with Postgres (${missing})\n`)
}

const completed = (text: string): boolean => text.includes('ran again, and completed')

/** A test whose app keeps everything in a Postgres database of its own. */
const test = base
  .extend<{ database: Database }>({
    database: async ({ task: _ }, use) => {
      const database = await createDatabase()
      await use(database)
      await database.drop()
    },
  })
  .extend<{ settings: Record<string, string> }>({
    settings: async ({ database }, use) => {
      await use({ DATABASE_URL: database.url })
    },
  })

/** Starts an app that shares what is in `environment` with others, and ends it with the test. */
async function withApps(
  count: number,
  environment: Record<string, string>,
  use: (apps: App[]) => Promise<void>,
): Promise<void> {
  const starts = await Promise.allSettled(
    Array.from({ length: count }, () => spawnApp(environment, { endedByCaller: true })),
  )
  const apps = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
  try {
    for (const start of starts) if (start.status === 'rejected') throw start.reason
    await use(apps)
  } finally {
    await Promise.all(apps.map((app) => app.kill()))
  }
}

describe.skipIf(missing !== null)('with everything in Postgres', () => {
  test('a merge resumes the run, and nothing is written to DATA_DIR', async ({
    app,
    database,
    dataFolder,
    prefect,
    merge,
    comment,
    setStates,
  }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await comment(number, completed)
    expect(setStates()).toHaveLength(1)
    expect(prefect.executions(run.id)).toBe(1)
    expect(await readdir(dataFolder)).toEqual([])
    expect(await database.sql`select outcome from deliveries`).toEqual([{ outcome: 'handed-over' }])

    expect(await app.stop()).toEqual({ code: 0, signal: null })
    expect(await database.connections()).toBe(0)
    expect(app.logs.all().filter(({ level }) => Number(level) >= 40)).toEqual([])
  })

  test('fifty copies of a delivery are one piece of work', async ({
    app,
    database,
    github,
    prefect,
    comment,
    setStates,
  }) => {
    void app
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = github.addPullRequest({ repository, title: 'Fix', body: run.url })
    const delivery = github.merge({ repository, number })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        github.deliver(delivery, index % 2 === 0 ? {} : { guid: randomUUID() }),
      ),
    )
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    await comment(number, completed)
    expect(setStates()).toHaveLength(1)
    expect(github.comments(repository, number)).toHaveLength(1)
    expect(await database.sql`select count(*)::int from merges`).toEqual([{ count: 1 }])
    expect(await database.sql`select count(*)::int, sum(times_received)::int from deliveries`).toEqual([
      { count: 26, sum: 50 },
    ])
  })

  test('a merge that was stored but not worked on is taken up by the next start, once', async ({
    app,
    environment,
    github,
    prefect,
    merge,
    comment,
  }) => {
    const heal = prefect.faults.add({ answer: 'hang' })
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await app.kill()
    heal()
    await withApps(1, environment, async () => {
      await comment(number, completed)
      expect(prefect.executions(run.id)).toBe(1)
      expect(github.comments(repository, number)).toHaveLength(1)
    })
  })

  test('after a restart a delivery that was handled is still known', async ({
    app,
    environment,
    github,
    prefect,
    comment,
  }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = github.addPullRequest({ repository, title: 'Fix', body: run.url })
    const delivery = github.merge({ repository, number })
    await github.deliver(delivery)
    await comment(number, completed)
    expect(await app.stop()).toEqual({ code: 0, signal: null })
    prefect.setState(run.id, 'FAILED')

    await withApps(1, environment, async ([next]) => {
      const guid = randomUUID()
      await github.deliver(delivery, { guid, url: `${next?.url}/api/github/webhooks` })
      expect(await next?.logs.find((line) => line['delivery'] === guid)).toMatchObject({
        outcome: 'already-known',
      })
      expect(prefect.executions(run.id)).toBe(1)
    })
  })

  test('apps that start on an empty database at the same moment all start, and share the work', async ({
    environment,
    github,
    prefect,
    comment,
  }) => {
    await withApps(4, environment, async (apps) => {
      const run = prefect.addFlowRun({ state: 'FAILED' })
      const { number } = github.addPullRequest({ repository, title: 'Fix', body: run.url })
      const delivery = github.merge({ repository, number })
      await Promise.all(
        apps.map(({ url }) =>
          github.deliver(delivery, { guid: randomUUID(), url: `${url}/api/github/webhooks` }),
        ),
      )
      await comment(number, completed)
      expect(prefect.executions(run.id)).toBe(1)
      expect(github.comments(repository, number)).toHaveLength(1)
    })
  })

  test('what was missed while all apps were down is asked for once, by one of them', async ({
    database,
    environment,
    github,
    prefect,
    comment,
  }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = github.addPullRequest({ repository, title: 'Fix', body: run.url })
    const deliveredAt = new Date(Date.now() - 600_000).toISOString()
    const { guid } = await github.deliver(github.merge({ repository, number }), { deliveredAt })

    await withApps(1, environment, async ([first]) => {
      github.hookUrl = `${first?.url}/api/github/webhooks`
      await withApps(2, environment, async () => {
        await comment(number, completed)
        expect(prefect.executions(run.id)).toBe(1)
        expect(github.calls.of(/\/attempts$/)).toHaveLength(1)
      })
    })
    expect(await database.sql`select guid, times_asked from missed_deliveries`).toEqual([
      { guid, times_asked: 1 },
    ])
  })

  const wrong = [
    { change: { pathname: '/none' }, says: /database "none" does not exist \(3D000\)\. Make that database/ },
    { change: { username: 'resume_on_merge_nobody' }, says: /\((?:28000|28P01)\)\. Check the user/ },
  ]
  test.for(wrong)(
    'a database or a user that is not there stops the start: $change',
    async ({ change, says }, { environment, database }) => {
      expect(await failureWith({ ...environment, DATABASE_URL: changed(database.url, change) })).toMatch(says)
    },
  )

  test('a user who may not make tables stops the start, at the inbox as at the engine', async ({
    database,
    environment,
  }) => {
    const role = `resume_on_merge_test_${randomUUID().slice(0, 8)}`
    const { sql } = database
    await sql.unsafe(`create role ${role} login password 'hush'`)
    try {
      const url = changed(database.url, { username: role, password: 'hush' })
      const noTable = /schema public \(42501\)\. Give the user the right to create tables and schemas/
      expect(await failureWith({ ...environment, DATABASE_URL: url })).toMatch(noTable)
      await sql.unsafe(`grant create on schema public to ${role}`)
      const noSchema = /for database \w+ \(42501\)\. Give the user the right to create tables and schemas/
      expect(await failureWith({ ...environment, DATABASE_URL: url })).toMatch(noSchema)
    } finally {
      await sql.unsafe(`drop owned by ${role} cascade`)
      await sql.unsafe(`drop role ${role}`)
    }
  })
})

function changed(
  address: string,
  change: { pathname?: string; username?: string; password?: string },
): string {
  const url: URL = new URL(address)
  Object.assign(url, change)
  return url.href
}

/** What a start that cannot be prints; without a stack, a password or an open end. */
async function failureWith(environment: Record<string, string>): Promise<string> {
  const failure = await spawnApp(environment, { endedByCaller: true }).catch(String)
  expect(failure).toContain('ended (1)')
  expect(failure).not.toMatch(/hush|^\s+at /m)
  return String(failure)
}
