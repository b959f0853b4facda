import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createTeller, type TellerInbox } from '../../src/github/teller.ts'
import { UnclearCommentError } from '../../src/github/unclear-comment-error.ts'
import type { Told, UntoldReport } from '../../src/inbox/index.ts'
import type { Report } from '../../src/resume/index.ts'
import { aMerge } from '../fixtures/a-merge.ts'
import { aReportedState, aRunReport } from '../fixtures/a-report.ts'

const failedAgain = aRunReport({
  now: aReportedState({ type: 'FAILED', name: 'Failed', since: '2026-11-21T10:05:00Z' }),
  following: false,
})

function aReport(overrides: Partial<Report> = {}): Report {
  return {
    merge: aMerge(),
    standing: { kind: 'acts', comment: 'always' },
    runs: [aRunReport()],
    beyondLimit: 0,
    ...overrides,
  }
}

interface Given {
  untold?: Partial<UntoldReport>
  /** What GitHub throws when something is written, and when a comment is edited. */
  error?: unknown
  goneComment?: unknown
  /** How long looking for an old comment takes, in milliseconds. */
  looking?: number
  /** What was written for the installation within the last hour. */
  written?: number
  isUrgent?: boolean
}

/** Tells one report; gives what GitHub and the inbox heard. */
async function tell({ untold = {}, error, goneComment, looking = 0, written = 0, isUrgent = false }: Given) {
  let time = 0
  const heard = {
    claimed: 0,
    pause: null as number | null,
    told: undefined as Told | undefined,
    wrote: 0,
    created: [] as string[],
    updated: [] as string[],
  }
  let waiting = true
  const inbox: TellerInbox = {
    untold: async () => (waiting ? [{ key: 'a', installation: '555', isUrgent }] : []),
    async claimUntold(_key, duration) {
      waiting = false
      heard.claimed = duration
      return {
        key: 'a',
        report: aReport(),
        version: 1,
        commentId: null,
        digest: null,
        tells: 0,
        failures: 0,
        alerts: [],
        ...untold,
      }
    },
    keepClaim: async () => {},
    told: async (_report, told, pause) => void Object.assign(heard, { told, pause }),
    notTold: async (_report, pause) => void Object.assign(heard, { pause }),
    writesOf: async () => written,
    wrote: async () => {
      heard.wrote += 1
    },
  }
  const answer = () => (error === undefined ? Promise.resolve() : Promise.reject(error))
  const comments = async () => ({
    find: async () => {
      time += looking
      return null
    },
    async create(body: string) {
      await answer()
      heard.created.push(body)
      return '1'
    },
    async update(_id: string, body: string) {
      if (goneComment !== undefined) throw goneComment
      await answer()
      heard.updated.push(body)
    },
  })
  await createTeller(inbox, { comments, log: pino({ level: 'silent' }) }, () => time).round()
  return heard
}

const failed = Object.assign(new Error('Bad credentials'), { status: 401 })
const unclear = new UnclearCommentError('acme/etl#42', new Error('Server Error'))

test.each([
  ['a plain failure', failed, 0, 1000],
  ['a plain failure, the fourth time', failed, 3, 8000],
  ['a comment that may be there', unclear, 0, 30_000],
  ['a comment that may be there, once more', unclear, 2, 30_000],
  ['a comment that may be there, after many failures', unclear, 20, 300_000],
] as const)('after %s it is tried again in a while', async (_name, error, failures, pause) => {
  expect(await tell({ error, untold: { failures } })).toMatchObject({ pause, told: undefined })
})

test('who has looked too long for an old comment writes no new one: somebody else may be at it', async () => {
  expect(await tell({ looking: 16_000 })).toMatchObject({ claimed: 20_000, pause: 1000, told: undefined })
})

test('a rate limit is no reason to give a comment up, a closed door is', async () => {
  const limit = Object.assign(new Error('You have exceeded a secondary rate limit.'), { status: 403 })
  const door = Object.assign(new Error('Resource not accessible by integration'), { status: 403 })
  expect(await tell({ error: limit })).toMatchObject({ pause: 1000, told: undefined })
  expect(await tell({ error: door })).toMatchObject({ told: { commentId: null, writes: 0 } })
})

test('where GitHub says when to come back, it is asked then', async () => {
  const error = Object.assign(new Error('You have exceeded a secondary rate limit.'), {
    status: 403,
    response: { headers: { 'retry-after': '77' } },
  })
  expect(await tell({ error })).toMatchObject({ pause: 77_000, told: undefined })
})

test('a comment is made, and its first edit may come soon', async () => {
  const heard = await tell({})
  expect(heard.created).toHaveLength(1)
  expect(heard).toMatchObject({ wrote: 1, pause: 3000, told: { commentId: '1', writes: 1 } })
})

test('further edits are ten seconds apart', async () => {
  const heard = await tell({ untold: { commentId: '1', digest: 'old', tells: 1 } })
  expect(heard).toMatchObject({ updated: [expect.any(String)], created: [], pause: 10_000 })
})

test('a comment that changes on and on leaves others room to be written', async () => {
  const heard = await tell({ untold: { commentId: '1', digest: 'old', tells: 30 } })
  expect(heard).toMatchObject({ updated: [expect.any(String)], pause: 60_000 })
})

test('a comment that already says so is not written again', async () => {
  const { told } = await tell({})
  const again = await tell({ untold: { commentId: '1', digest: told?.digest ?? '' } })
  expect(again).toMatchObject({ created: [], updated: [], wrote: 0, told: { digest: told?.digest } })
})

test('a run that fails again is told by one short comment more, since edits notify nobody', async () => {
  const report = aReport({ runs: [failedAgain] })
  const before = { commentId: '1', digest: 'old', report }
  const heard = await tell({ untold: before })
  expect(heard).toMatchObject({ created: [expect.stringContaining('failed again')], wrote: 2 })
  const again = await tell({ untold: { ...before, alerts: heard.told?.alerts ?? [] } })
  expect(again).toMatchObject({ created: [], updated: [expect.any(String)], wrote: 1 })
})

test('a comment that a person deleted is not made again, but a run that fails again is told', async () => {
  const report = aReport({ runs: [failedAgain] })
  const gone = Object.assign(new Error('Not Found'), { status: 404 })
  const heard = await tell({ untold: { report, commentId: '1', digest: 'old' }, goneComment: gone })
  expect(heard).toMatchObject({ created: [expect.stringContaining('failed again')], updated: [] })
  expect(heard.told).toMatchObject({ commentId: '1', alerts: ['failed-1'] })
})

test('what the first comment tells needs no second one, then or later', async () => {
  const report = aReport({ runs: [failedAgain] })
  const heard = await tell({ untold: { report } })
  expect(heard.created).toHaveLength(1)
  const later = { report, commentId: '1', digest: 'old', alerts: heard.told?.alerts ?? [] }
  expect((await tell({ untold: later })).created).toEqual([])
})

test.each([
  ['a merge on which nobody is to comment', aReport({ standing: { kind: 'acts', comment: 'never' } })],
  [
    'a merge that is skipped',
    aReport({ standing: { kind: 'skipped', because: 'disabled', detail: '' }, runs: [] }),
  ],
  ['a merge of no installation', aReport({ merge: aMerge({ installationId: null }) })],
  [
    'a merge that goes well, where only failures are wanted',
    aReport({ standing: { kind: 'acts', comment: 'on-failure' } }),
  ],
])('%s is told by silence', async (_name, report) => {
  const heard = await tell({ untold: { report } })
  expect(heard).toMatchObject({ created: [], updated: [], told: { commentId: null, writes: 0 } })
})

test.each([
  [299, false, true],
  [300, false, false],
  [399, true, true],
  [400, true, false],
])('after %i contents within the hour, urgent: %s, it is written: %s', async (written, isUrgent, does) => {
  expect((await tell({ written, isUrgent })).told !== undefined).toBe(does)
})
