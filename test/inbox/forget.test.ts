import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/inbox/database/open-database.ts'
import { findOldDeliveries, findOldMerges } from '../../src/inbox/forget.ts'
import { ForgottenMergeError, type Inbox, openDesk, openInbox } from '../../src/inbox/index.ts'
import { type Merge, mergeKey, type Plan, type RunReport } from '../../src/resume/index.ts'
import { aMerge } from '../fixtures/a-merge.ts'
import { aReportedState, aRunReport } from '../fixtures/a-report.ts'

let dataFolder: string
let inbox: Inbox

const open = (): Promise<Inbox> => openInbox({ databaseUrl: null, dataFolder }, pino({ level: 'silent' }))

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'resume-on-merge-inbox-'))
  inbox = await open()
})

afterEach(async () => {
  await inbox.close()
  rmSync(dataFolder, { recursive: true })
})

/** By then everything is over since long ago. */
const later = (): number => Date.now() + 60_000

const merges = (count: number): Merge[] =>
  Array.from({ length: count }, (_, index) => aMerge({ number: index + 1 }))

const ended: Partial<RunReport> = {
  now: aReportedState({ type: 'COMPLETED', name: 'Completed' }),
  following: false,
}

const trying: Partial<RunReport> = {
  outcome: { kind: 'trying', obstacle: { because: 'unreachable', problem: 'down', sentAt: null } },
  following: false,
}

function aPlan(...ids: string[]): Plan {
  const runs = ids.map((id) => ({ id, url: 'http://prefect.test', account: null, workspace: null }))
  return {
    runs: runs.map((run) => ({ ...run, why: null, event: null })),
    beyondLimit: 0,
    unused: [],
    mismatch: null,
  }
}

async function received(merge: Merge): Promise<string> {
  const { number } = merge
  const delivery = { guid: `guid-${number}`, event: 'pull_request', action: 'closed', number, outcome: null }
  const merged = { merge, request: { method: 'POST', headers: {}, body: '{}' } }
  await inbox.record({ ...delivery, repository: { id: '1001', fullName: 'acme/etl' }, merged })
  return mergeKey(merge)
}

/** A merge that was handed over, and of whose run this is known. */
async function decided(merge: Merge, run: Partial<RunReport>): Promise<string> {
  const key = await received(merge)
  const report = aRunReport({ id: `run-${merge.number}`, ...run })
  await inbox.handedOver(key, aPlan(report.id))
  const runs = [{ report, position: 0, workspace: 'main', until: later() }]
  await inbox.remember(key, { kind: 'acts', comment: 'always' }, runs)
  await inbox.finish(key)
  return key
}

/** The same, and people can read it. */
async function told(merge: Merge, run: Partial<RunReport>): Promise<string> {
  const key = await decided(merge, run)
  const untold = await inbox.claimUntold(key, 60_000)
  if (untold === null) throw new Error('There is nothing to tell.')
  await inbox.told(untold, { commentId: '1', digest: 'd', alerts: [], writes: 1 }, 0)
  return key
}

/** Forgets until nothing is left to forget; gives how much at a time. */
async function forgetAll(before = later()): Promise<{ merges: number; deliveries: number }[]> {
  const pieces: { merges: number; deliveries: number }[] = []
  for (;;) {
    const piece = await inbox.forget(before)
    if (piece.merges + piece.deliveries === 0) return pieces
    pieces.push(piece)
  }
}

/** What the file holds, by table. */
function stored(): Record<string, unknown> {
  const database = new DatabaseSync(join(dataFolder, 'inbox.sqlite'), { readOnly: true })
  const count = (table: string): unknown =>
    database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']
  const tables = ['merges', 'deliveries', 'flow_runs', 'attempts']
  const counts = Object.fromEntries(tables.map((table) => [table, count(table)]))
  database.close()
  return counts
}

const nothing = { merges: 0, deliveries: 0, flow_runs: 0, attempts: 0 }
const oneOfEach = { merges: 1, deliveries: 1, flow_runs: 1, attempts: 0 }

describe('what is over is forgotten:', () => {
  test('a merge that was finished and told, with its run, its further attempts and its delivery', async () => {
    const key = await told(aMerge(), ended)
    const desk = await openDesk({ databaseUrl: null, dataFolder })
    const attempt = await desk.ask(key, null)
    await desk.close()
    await inbox.attemptTaken(key, attempt)
    await inbox.finish(key)
    expect(stored()).toEqual({ merges: 1, deliveries: 1, flow_runs: 1, attempts: 1 })

    expect(await forgetAll()).toEqual([{ merges: 1, deliveries: 1 }])
    expect(stored()).toEqual(nothing)
  })

  test('a merge that names no run', async () => {
    const key = await received(aMerge())
    await inbox.handedOver(key, aPlan())
    await forgetAll()
    expect(stored()).toEqual(nothing)
  })

  test('a delivery that tells of no merge', async () => {
    const nobody = { repository: null, number: null, merged: null, action: null }
    await inbox.record({ guid: 'ping', event: 'ping', outcome: 'not-a-merge', ...nobody })
    expect(await forgetAll()).toEqual([{ merges: 0, deliveries: 1 }])
    expect(await inbox.delivery('ping')).toBeNull()
  })
})

describe('what is not over for long enough, or not at all, is kept:', () => {
  test('what was finished or received only after that time', async () => {
    await told(aMerge(), ended)
    expect(await forgetAll(Date.now() - 60_000)).toEqual([])
    expect(stored()).toEqual(oneOfEach)
  })

  test('a merge that was not handed over', async () => {
    const key = await received(aMerge())
    expect(await forgetAll()).toEqual([])
    expect(await inbox.pendingKeys()).toEqual([key])
  })

  test('a merge whose run is followed', async () => {
    await told(aMerge(), {})
    expect(await forgetAll()).toEqual([])
    expect(await inbox.due(later(), 10)).toHaveLength(1)
  })

  test('a merge whose run is still tried', async () => {
    await told(aMerge(), trying)
    expect(await forgetAll()).toEqual([])
    expect(stored()).toEqual(oneOfEach)
  })

  test('a merge that people were not told of', async () => {
    const key = await decided(aMerge(), ended)
    expect(await forgetAll()).toEqual([])
    expect(await inbox.untold()).toMatchObject([{ key }])
  })

  test('a merge whose runs somebody asked to resume once more', async () => {
    const key = await told(aMerge(), ended)
    const desk = await openDesk({ databaseUrl: null, dataFolder })
    await desk.ask(key, null)
    await desk.close()
    expect(await forgetAll()).toEqual([])
    expect(await inbox.pendingAttempts()).toHaveLength(1)
  })

  test('and beside all of that, only what is over goes', async () => {
    const [over, followed, pending] = merges(3)
    if (over === undefined || followed === undefined || pending === undefined) throw new Error('no merges')
    await told(over, ended)
    await told(followed, {})
    await received(pending)
    expect(await forgetAll()).toEqual([{ merges: 1, deliveries: 1 }])
    expect(stored()).toEqual({ merges: 2, deliveries: 2, flow_runs: 1, attempts: 0 })
  })
})

test('nobody can ask for another attempt of what was just forgotten', async () => {
  const key = await told(aMerge(), ended)
  await forgetAll()
  const desk = await openDesk({ databaseUrl: null, dataFolder })
  await expect(desk.ask(key, null)).rejects.toThrow(ForgottenMergeError)
  await desk.close()
  expect(stored()).toEqual(nothing)
})

test('much is forgotten in small pieces, and what is stored meanwhile has its turn between them', async () => {
  for (const merge of merges(60)) await told(merge, ended)
  const forgetting = forgetAll()
  const recording = received(aMerge({ number: 1000 }))
  const pieces = await forgetting
  const key = await recording
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.reduce((sum, piece) => sum + piece.merges, 0)).toBe(60)
  expect(await inbox.pendingKeys()).toEqual([key])
  expect(stored()).toEqual({ merges: 1, deliveries: 1, flow_runs: 0, attempts: 0 })
})

test('what is over is found by indexes, however much is stored', async () => {
  const database = await openDatabase({ databaseUrl: null, dataFolder }, pino({ level: 'silent' }))
  const before = new Date().toISOString()
  for (const query of [findOldMerges(database, before), findOldDeliveries(database, before)]) {
    const steps = await query.explain<{ detail: string }>(undefined, sql`query plan`)
    const details = steps.map(({ detail }) => detail)
    expect(details[0]).toMatch(/INDEX (merges_finished|deliveries_received) /)
    expect(details.filter((detail) => /^SCAN|TEMP B-TREE/.test(detail))).toEqual([])
  }
  await database.destroy()
})
