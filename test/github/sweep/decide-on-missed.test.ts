import { expect, test } from 'vitest'
import { askedOnce, decideOnMissed } from '../../../src/github/sweep/decide-on-missed.ts'
import type { MissedDelivery } from '../../../src/inbox/index.ts'

const minute = 60_000
const hour = 60 * minute
const now = Date.parse('2026-11-21T10:00:00Z')

const missed: MissedDelivery = {
  guid: 'a',
  id: '9123456789012345678',
  deliveredAt: now - hour,
  timesAsked: 0,
  askAt: now - 59 * minute,
  outcome: null,
}

test.for([
  ['is asked for', {}, false, 'ask'],
  ['that our own store has is done, whatever GitHub says', {}, true, 'stored'],
  ['whose turn comes at this moment is asked for', { askAt: now }, false, 'ask'],
  ['whose turn has not come waits', { askAt: now + 1 }, false, 'wait'],
  ['of which another attempt succeeded is left alone', { outcome: 'answered' }, false, 'wait'],
  ['that was given up is left alone', { outcome: 'given-up' }, false, 'wait'],
  ['that was asked for nine times is asked for once more', { timesAsked: 9 }, false, 'ask'],
  ['that was asked for ten times is given up', { timesAsked: 10 }, false, 'give-up'],
  ['that came with the tenth time is done', { timesAsked: 10 }, true, 'stored'],
  ['of just three days is asked for', { deliveredAt: now - 72 * hour }, false, 'ask'],
  ['older than three days is given up', { deliveredAt: now - 72 * hour - 1 }, false, 'give-up'],
] satisfies [string, Partial<MissedDelivery>, boolean, string][])(
  'a missed delivery %s',
  ([, change, isStored, decision]) => {
    expect(decideOnMissed({ ...missed, ...change }, isStored, now)).toBe(decision)
  },
)

test('the pauses grow from a quarter of an hour to half a day, and ten times fit into three days', () => {
  const pauses: number[] = []
  let asked = missed
  let time = now
  while (decideOnMissed(asked, false, time) === 'ask') {
    asked = askedOnce(asked, time)
    pauses.push((asked.askAt - time) / hour)
    time = asked.askAt
  }
  expect(pauses).toEqual([0.25, 0.5, 1, 2, 4, 8, 12, 12, 12, 12])
  expect(decideOnMissed(asked, false, time)).toBe('give-up')
  expect(time - missed.deliveredAt).toBeLessThan(72 * hour)
})
