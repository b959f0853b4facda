import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createTeller } from '../../src/github/teller.ts'
import { UnclearCommentError } from '../../src/github/unclear-comment-error.ts'
import type { UntoldReport } from '../../src/inbox/index.ts'
import { report, run } from './comment/reports.ts'

/** Tells one report by a GitHub that fails so; gives what the inbox was told. */
async function tell(error: unknown, failures = 0, looking = 0) {
  let time = 0
  const untold: UntoldReport = { key: 'a', report: report([run()]), version: 1, commentId: null, failures }
  const heard: { claimed: number; pause: number | null; told: string | null | undefined } = {
    claimed: 0,
    pause: null,
    told: undefined,
  }
  let waiting = true
  const inbox = {
    untold: async () => (waiting ? [{ key: 'a', installation: '555' }] : []),
    claimUntold: async (_key: string, duration: number) => {
      waiting = false
      heard.claimed = duration
      return untold
    },
    told: async (_report: UntoldReport, told: string | null) => void Object.assign(heard, { told }),
    notTold: async (_report: UntoldReport, pause: number) => void Object.assign(heard, { pause }),
  }
  const comments = async () => ({
    find: async () => {
      time += looking
      return null
    },
    create: () => Promise.reject(error),
    update: () => Promise.reject(error),
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
  expect(await tell(error, failures)).toMatchObject({ pause, told: undefined })
})

test('who has looked too long for an old comment writes no new one: somebody else may be at it', async () => {
  expect(await tell(unclear, 0, 61_000)).toMatchObject({ claimed: 120_000, pause: 1000, told: undefined })
})

test('a rate limit is no reason to give a comment up, a closed door is', async () => {
  const limit = Object.assign(new Error('You have exceeded a secondary rate limit.'), { status: 403 })
  const door = Object.assign(new Error('Resource not accessible by integration'), { status: 403 })
  expect(await tell(limit)).toMatchObject({ pause: 1000, told: undefined })
  expect(await tell(door)).toMatchObject({ pause: null, told: null })
})
