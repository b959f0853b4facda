import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Delivery, type Inbox, openInbox, type Told, type UntoldReport } from '../../src/inbox/index.ts'
import {
  mergeKey,
  type Plan,
  type RememberedRun,
  type RunReport,
  type Standing,
} from '../../src/resume/index.ts'
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

const acts: Standing = { kind: 'acts', comment: 'always' }
const plan: Plan = {
  runs: ['a', 'b'].map((id) => ({
    id,
    url: `http://prefect.test/runs/flow-run/${id}`,
    account: null,
    workspace: null,
    why: null,
    event: null,
  })),
  beyondLimit: 3,
  unused: [],
  mismatch: null,
}

function remembered(
  id: string,
  overrides: Partial<RunReport> = {},
  more: Partial<RememberedRun> = {},
): RememberedRun {
  const position = id.charCodeAt(0)
  return {
    report: aRunReport({ id, ...overrides }),
    position,
    workspace: 'main',
    until: Date.now() + 60_000,
    ...more,
  }
}

const soon = (): number => Date.now() + 5000
const ended = { now: aReportedState({ type: 'COMPLETED', name: 'Completed' }), following: false }
const trying: RunReport['outcome'] = {
  kind: 'trying',
  obstacle: { because: 'unreachable', problem: 'down', sentAt: null },
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
  await inbox.settle('one', 'handed-over', null)
  await inbox.record(aDelivery('one'))
  expect(await inbox.delivery('one')).toMatchObject({ timesReceived: 2, outcome: 'handed-over' })
})

test('many copies of a merge at once, under two guids, are one piece of work', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, index) => inbox.record(aDelivery(`guid-${index % 2}`))))
  expect(await inbox.pendingKeys()).toEqual([key])
  expect(await inbox.countWaiting()).toBe(1)
  expect(await inbox.delivery('guid-0')).toMatchObject({ timesReceived: 25 })
})

test('a merge that was handed over is not pending, also when a redelivery brings it again', async () => {
  await inbox.record(aDelivery('one'))
  await inbox.handedOver(key, plan)
  await inbox.record(aDelivery('two'))
  expect(await inbox.pending(key)).toBeNull()
  expect(await inbox.pendingKeys()).toEqual([])
})

test('what a payload held is dropped once the work was handed over', async () => {
  await inbox.record(aDelivery('one'))
  await inbox.handedOver(key, plan)
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
  expect(await inbox.countWaiting()).toBe(0)
})

describe('what became of runs', () => {
  beforeEach(async () => {
    await inbox.record(aDelivery('one'))
    await inbox.handedOver(key, plan)
  })

  test('runs under way are due until they are stored as ended, those of foreign workspaces never', async () => {
    await inbox.remember(key, acts, [remembered('a'), remembered('b', {}, { workspace: null })])
    const [due, ...others] = await inbox.due(soon(), 10)
    expect(others).toEqual([])
    expect(due).toMatchObject({
      mergeKey: key,
      workspace: 'main',
      id: 'a',
      state: { type: 'SCHEDULED', name: 'Scheduled' },
      stuck: false,
    })
    const report = aRunReport({ id: 'a', ...ended })
    await inbox.advance([{ key: due?.key ?? '', mergeKey: key, report, changedAt: 0, lookAt: 0 }])
    expect(await inbox.due(soon(), 10)).toEqual([])
    expect(await inbox.runsOf(key, 1)).toMatchObject([{ id: 'a', now: { type: 'COMPLETED' } }, { id: 'b' }])
  })

  test('a run is not due before its turn, and those that wait longest are the first', async () => {
    await inbox.remember(key, acts, [remembered('a'), remembered('b')])
    const keys = (await inbox.due(soon(), 10)).map((run) => run.key)
    await inbox.lookAgain(keys.slice(0, 1), Date.now() + 60_000)
    expect((await inbox.due(soon(), 10)).map(({ id }) => id)).toEqual(['b'])
    expect((await inbox.due(Date.now() + 61_000, 10)).map(({ id }) => id)).toEqual(['b', 'a'])
    expect((await inbox.due(Date.now() + 61_000, 1)).map(({ id }) => id)).toEqual(['b'])
  })

  test('a merge waits while one of its runs is undecided, but not while they are only followed', async () => {
    expect(await inbox.countWaiting()).toBe(1)
    await inbox.remember(key, acts, [
      remembered('a', { outcome: trying, following: false }),
      remembered('b', ended),
    ])
    expect(await inbox.countWaiting()).toBe(1)
    await inbox.remember(key, acts, [remembered('a')])
    expect(await inbox.countWaiting()).toBe(0)
    await inbox.remember(key, acts, [remembered('a', ended)])
    expect(await inbox.finish(key)).not.toBeNull()
    expect(await inbox.countWaiting()).toBe(0)
  })

  test('a merge is finished once, when no run is open', async () => {
    await inbox.remember(key, acts, [
      remembered('a', { outcome: trying, following: false }),
      remembered('b', ended),
    ])
    expect(await inbox.finish(key)).toBeNull()
    await inbox.remember(key, acts, [remembered('a', ended)])
    const report = await inbox.finish(key)
    expect(report).toMatchObject({ merge, standing: acts, beyondLimit: 3, runs: [{ id: 'a' }, { id: 'b' }] })
    expect(await inbox.finish(key)).toBeNull()
  })

  test('what an attempt stored is kept beside another attempt, and the newest one is told', async () => {
    await inbox.remember(key, acts, [remembered('a', ended), remembered('b', ended)])
    await inbox.remember(key, acts, [remembered('b', { attempt: 2 })])
    expect(await inbox.runsOf(key, 1)).toMatchObject([{ id: 'a' }, { id: 'b', attempt: 1 }])
    expect((await claimed()).report.runs).toMatchObject([
      { id: 'a', attempt: 1 },
      { id: 'b', attempt: 2, following: true },
    ])
  })

  test('two programs on one store do not both have a right, until one lets go of it', async () => {
    const other = await open()
    expect(await inbox.hold('follow', 60_000)).toBe(true)
    expect(await other.hold('follow', 60_000)).toBe(false)
    expect(await inbox.hold('follow', 60_000)).toBe(true)
    await inbox.close()
    expect(await other.hold('follow', 60_000)).toBe(true)
    inbox = other
  })

  test('a right that nobody kept is there for others', async () => {
    const other = await open()
    await inbox.hold('follow', -1)
    expect(await other.hold('follow', 60_000)).toBe(true)
    expect(await inbox.hold('follow', 60_000)).toBe(false)
    await other.close()
  })
})

test('a file of GitHub is remembered as it was last given, and that there is none, too', async () => {
  expect(await inbox.files.recall('1001 main')).toBeNull()
  await inbox.files.remember('1001 main', { etag: '"1"', text: 'enabled: true' })
  await inbox.files.remember('1001 main', { etag: '"2"', text: null })
  expect(await inbox.files.recall('1001 main')).toEqual({ etag: '"2"', text: null })
})

test('what was written for an installation is counted', async () => {
  await inbox.wrote('555')
  await inbox.wrote('555')
  await inbox.wrote('556')
  expect(await inbox.writesOf('555')).toBe(2)
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
  const told: Told = { commentId: '9007199254740993', digest: 'abc', alerts: ['failed'], writes: 2 }
  beforeEach(() => inbox.record(aDelivery('one')))

  test('a merge without a report is not', async () => {
    expect(await inbox.untold()).toEqual([])
    expect(await inbox.claimUntold(key, 1000)).toBeNull()
  })

  test('a report is, until it was told; its comment is known from then on', async () => {
    await inbox.remember(key, acts, [])
    expect(await inbox.untold()).toEqual([{ key, installation: merge.installationId, isUrgent: true }])
    const untold = await claimed()
    expect(untold).toMatchObject({
      report: { merge, standing: acts },
      commentId: null,
      failures: 0,
      tells: 0,
    })
    await inbox.told(untold, told, 0)
    expect(await inbox.untold()).toEqual([])

    await inbox.remember(key, acts, [])
    expect(await claimed()).toMatchObject({
      commentId: told.commentId,
      digest: 'abc',
      alerts: ['failed'],
      tells: 2,
    })
  })

  test('by one at a time, also among many', async () => {
    await inbox.remember(key, acts, [])
    const claims = await Promise.all(Array.from({ length: 10 }, () => inbox.claimUntold(key, 60_000)))
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1)
    expect(await inbox.untold()).toEqual([])
  })

  test('again when a newer report came while the older one was told', async () => {
    await inbox.remember(key, acts, [])
    const older = await claimed()
    await inbox.remember(key, acts, [])
    await inbox.told(older, told, 0)
    expect(await inbox.untold()).toHaveLength(1)
  })

  test('later, when an edit was just made', async () => {
    await inbox.remember(key, acts, [])
    await inbox.told(await claimed(), told, 60_000)
    await inbox.remember(key, acts, [])
    expect(await inbox.untold()).toEqual([])
  })

  test('the first and the last words before all others', async () => {
    const merges = [42, 43, 44].map((number) => aMerge({ number }))
    const [known = '', last = '', first = ''] = merges.map(mergeKey)
    for (const each of merges) {
      const merged = { merge: each, request: { method: 'POST', headers: {}, body: '{}' } }
      await inbox.record(aDelivery(`of ${each.number}`, { merged }))
      await inbox.remember(mergeKey(each), acts, [remembered('a')])
    }
    for (const key of [known, last]) {
      const untold = await inbox.claimUntold(key, 1000)
      if (untold !== null) await inbox.told(untold, told, 0)
    }
    await inbox.remember(known, acts, [remembered('a')])
    await inbox.remember(last, acts, [remembered('a', ended)])
    await inbox.finish(last)
    expect(await inbox.untold()).toMatchObject([
      { key: last, isUrgent: true },
      { key: first, isUrgent: true },
      { key: known, isUrgent: false },
    ])
  })

  test('again later, when it could not be told', async () => {
    await inbox.remember(key, acts, [])
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

test('a right is one program’s until it is given back', async () => {
  const other = await open()
  try {
    expect(await inbox.hold('act on a', 60_000)).toBe(true)
    expect(await other.hold('act on a', 60_000)).toBe(false)
    await other.letGo('act on a')
    expect(await other.hold('act on a', 60_000)).toBe(false)
    await inbox.letGo('act on a')
    expect(await other.hold('act on a', 60_000)).toBe(true)
    expect(await inbox.hold('act on a', 60_000)).toBe(false)
  } finally {
    await other.close()
  }
})
