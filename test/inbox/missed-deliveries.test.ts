import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Inbox, type MissedDelivery, openInbox } from '../../src/inbox/index.ts'

let dataFolder: string
let inbox: Inbox

const open = (): Promise<Inbox> => openInbox({ databaseUrl: null, dataFolder }, pino({ level: 'silent' }))

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'resume-on-merge-missed-'))
  inbox = await open()
})

afterEach(async () => {
  await inbox.close()
  rmSync(dataFolder, { recursive: true })
})

async function reopen(): Promise<void> {
  await inbox.close()
  inbox = await open()
}

const now = Date.parse('2026-11-21T10:00:00Z')

function aMissed(guid: string, change: Partial<MissedDelivery> = {}): MissedDelivery {
  const deliveredAt = now - 60_000
  return {
    guid,
    id: '9123456789012345678',
    deliveredAt,
    timesAsked: 0,
    askAt: now,
    outcome: null,
    ...change,
  }
}

const nothingListed = { listedTo: null, unfinished: null }

test('nothing is known at first', async () => {
  const { missed } = inbox
  expect(await missed.listing()).toEqual(nothingListed)
  expect(await missed.due(now)).toEqual([])
  expect(await missed.nextDue()).toBeNull()
  expect(await missed.nextRound()).toBeNull()
  expect(await missed.known(['a'])).toEqual(new Map())
  expect(await missed.known([])).toEqual(new Map())
})

test('what was missed, how far the listing has come and the next round outlive the program', async () => {
  const listing = { listedTo: now - 1000, unfinished: { newest: now, cursor: 'v1_9123456789012345670' } }
  await inbox.missed.scheduleRound(now + 900_000)
  await inbox.missed.noteListed([aMissed('a'), aMissed('b', { timesAsked: 2 })], listing)
  await reopen()
  expect(await inbox.missed.listing()).toEqual(listing)
  expect(await inbox.missed.nextRound()).toBe(now + 900_000)
  expect(await inbox.missed.known(['a', 'c'])).toEqual(new Map([['a', aMissed('a')]]))
  expect(await inbox.missed.due(now)).toEqual([aMissed('a'), aMissed('b', { timesAsked: 2 })])
})

test('a complete listing has no page on which it goes on', async () => {
  const { missed } = inbox
  await missed.noteListed([], { listedTo: null, unfinished: { newest: now, cursor: 'x' } })
  await missed.noteListed([], { listedTo: now, unfinished: null })
  expect(await missed.listing()).toEqual({ listedTo: now, unfinished: null })
})

test('only those are due whose turn has come and that are still missed, those that wait longest first', async () => {
  const { missed } = inbox
  const deliveries = [
    aMissed('second', { askAt: now - 1 }),
    aMissed('first', { askAt: now - 2 }),
    aMissed('later', { askAt: now + 1 }),
    aMissed('stored', { outcome: 'stored' }),
  ]
  await missed.noteListed(deliveries, nothingListed)
  expect((await missed.due(now)).map(({ guid }) => guid)).toEqual(['first', 'second'])
  expect(await missed.nextDue()).toBe(now - 2)
  await missed.note(aMissed('first', { timesAsked: 1, askAt: now + 5 }))
  await missed.note(aMissed('second', { outcome: 'given-up' }))
  expect(await missed.due(now)).toEqual([])
  expect(await missed.nextDue()).toBe(now + 1)
})

test('what is over and old is forgotten, what is missed is not', async () => {
  const { missed } = inbox
  const old = { deliveredAt: now - 1000 }
  await missed.noteListed(
    [
      aMissed('old', old),
      aMissed('done', { ...old, outcome: 'answered' }),
      aMissed('new', { deliveredAt: now, outcome: 'stored' }),
    ],
    nothingListed,
  )
  await missed.forget(now - 500)
  expect([...(await missed.known(['old', 'done', 'new'])).keys()].toSorted()).toEqual(['new', 'old'])
})

test('a right that was let go is had by the next program at once', async () => {
  const other = await open()
  try {
    expect(await inbox.hold('sweep', 60_000)).toBe(true)
    expect(await other.hold('sweep', 60_000)).toBe(false)
    await other.letGo('sweep')
    expect(await other.hold('sweep', 60_000)).toBe(false)
    await inbox.letGo('sweep')
    expect(await other.hold('sweep', 60_000)).toBe(true)
    expect(await inbox.hold('sweep', 60_000)).toBe(false)
  } finally {
    await other.close()
  }
})
