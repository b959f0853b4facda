import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Delivery, type Inbox, openInbox, type UntoldReport } from '../../src/inbox/index.ts'
import { mergeKey, type Report, type RunReport } from '../../src/resume/index.ts'
import { aMerge } from '../fixtures/a-merge.ts'

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

const merge = aMerge()
const key = mergeKey(merge)

function aDelivery(guid: string, overrides: Partial<Delivery> = {}): Delivery {
  return {
    guid,
    event: 'pull_request',
    action: 'closed',
    repository: { id: '1001', fullName: 'acme/etl' },
    number: 42,
    merged: { merge, request: { method: 'POST', headers: { 'X-GitHub-Event': 'pull_request' }, body: '{}' } },
    outcome: null,
    ...overrides,
  }
}

function aReport(): Report {
  return { merge, runs: [], beyondLimit: 0, following: true }
}

function aRun(id: string, overrides: Partial<RunReport> = {}): RunReport {
  return {
    id,
    url: `http://prefect.test/runs/flow-run/${id}`,
    name: 'lyrical-pudu',
    flowName: 'etl',
    deploymentName: 'daily',
    outcome: { kind: 'resumed' },
    was: null,
    now: { type: 'SCHEDULED', name: 'Scheduled', since: '2026-11-21T10:00:01Z', message: null },
    ...overrides,
  }
}

test('a delivery is there after the file was closed and opened again', async () => {
  await inbox.record(aDelivery('one'))
  await inbox.close()
  inbox = await open()
  expect(await inbox.delivery('one')).toEqual({ guid: 'one', mergeKey: key, timesReceived: 1, outcome: null })
  expect(await inbox.pending(key)).toMatchObject({ key, merge, request: { body: '{}' } })
})

test('the same delivery again is counted, and its outcome stays', async () => {
  await inbox.record(aDelivery('one'))
  await inbox.settle('one', 'handed-over')
  await inbox.record(aDelivery('one'))
  expect(await inbox.delivery('one')).toMatchObject({ timesReceived: 2, outcome: 'handed-over' })
})

test('many copies of a merge at once, under two guids, are one piece of work', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, index) => inbox.record(aDelivery(`guid-${index % 2}`))))
  expect(await inbox.pendingKeys()).toEqual([key])
  expect(await inbox.countPending()).toBe(1)
  expect(await inbox.delivery('guid-0')).toMatchObject({ timesReceived: 25 })
})

test('a merge that was handed over is not pending, also when a redelivery brings it again', async () => {
  await inbox.record(aDelivery('one'))
  await inbox.handedOver(key, [])
  await inbox.record(aDelivery('two'))
  expect(await inbox.pending(key)).toBeNull()
  expect(await inbox.pendingKeys()).toEqual([])
})

test('what a payload held is dropped once the work was handed over', async () => {
  await inbox.record(aDelivery('one'))
  await inbox.handedOver(key, [])
  await inbox.close()
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(join(dataFolder, 'inbox.sqlite'))
  expect(database.prepare('SELECT request FROM merges').all()).toEqual([{ request: null }])
  database.close()
  inbox = await open()
})

test('what is no merge is kept without a payload', async () => {
  await inbox.record(
    aDelivery('one', { event: 'ping', action: null, repository: null, number: null, merged: null }),
  )
  expect(await inbox.delivery('one')).toMatchObject({ mergeKey: null })
  expect(await inbox.countPending()).toBe(0)
})

test('runs under way are followed until they are stored as ended', async () => {
  await inbox.record(aDelivery('one'))
  await inbox.remember(aReport(), [
    { report: aRun('a'), workspace: 'main', following: true },
    { report: aRun('b'), workspace: null, following: false },
  ])
  expect(await inbox.followed()).toMatchObject([
    { mergeKey: key, workspace: 'main', id: 'a', state: { type: 'SCHEDULED', name: 'Scheduled' } },
  ])
  await inbox.remember(aReport(), [{ report: aRun('a'), workspace: 'main', following: false }])
  expect(await inbox.followed()).toEqual([])
})

test('a change that fails does not take its group with it', async () => {
  const unstorable = aDelivery('bad', { number: Number.NaN as number, event: undefined as unknown as string })
  const results = await Promise.allSettled([
    inbox.record(aDelivery('one')),
    inbox.record(unstorable),
    inbox.record(aDelivery('two')),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await inbox.delivery('two')).not.toBeNull()
  expect(await inbox.delivery('bad')).toBeNull()
})

describe('what is to be told', () => {
  beforeEach(() => inbox.record(aDelivery('one')))

  test('a merge without a report is not', async () => {
    expect(await inbox.untold()).toEqual([])
    expect(await inbox.claimUntold(key, 1000)).toBeNull()
  })

  test('a report is, until it was told; its comment is known from then on', async () => {
    await inbox.remember(aReport(), [])
    expect(await inbox.untold()).toEqual([{ key, installation: merge.installationId }])
    const untold = await claimed()
    expect(untold).toMatchObject({ report: aReport(), commentId: null, failures: 0 })
    await inbox.told(untold, '9007199254740993')
    expect(await inbox.untold()).toEqual([])

    await inbox.remember(aReport(), [])
    expect(await claimed()).toMatchObject({ commentId: '9007199254740993' })
  })

  test('by one at a time, also among many', async () => {
    await inbox.remember(aReport(), [])
    const claims = await Promise.all(Array.from({ length: 10 }, () => inbox.claimUntold(key, 60_000)))
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1)
    expect(await inbox.untold()).toEqual([])
  })

  test('again when a newer report came while the older one was told', async () => {
    await inbox.remember(aReport(), [])
    const older = await claimed()
    await inbox.remember(aReport(), [])
    await inbox.told(older, '1')
    expect(await inbox.untold()).toHaveLength(1)
  })

  test('again later, when it could not be told', async () => {
    await inbox.remember(aReport(), [])
    const untold = await claimed()
    await inbox.notTold(untold, 60_000)
    expect(await inbox.untold()).toEqual([])
    await inbox.notTold(untold, -1)
    expect(await claimed()).toMatchObject({ failures: 1 })
  })
})

async function claimed(): Promise<UntoldReport> {
  const untold = await inbox.claimUntold(key, 1000)
  if (untold === null) throw new Error('There is nothing to claim.')
  return untold
}

test('each commit is synced to the disk, so that what was answered survives a power cut', async () => {
  const { DatabaseSync } = await import('node:sqlite')
  const seen: string[] = []
  const exec = DatabaseSync.prototype.prepare
  DatabaseSync.prototype.prepare = function (text) {
    seen.push(text)
    return exec.call(this, text)
  }
  try {
    await inbox.close()
    inbox = await open()
  } finally {
    DatabaseSync.prototype.prepare = exec
  }
  expect(seen.at(-1)).toBe('PRAGMA synchronous = FULL')
})
