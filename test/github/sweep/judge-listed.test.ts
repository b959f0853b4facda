import { describe, expect, test } from 'vitest'
import { judgeListed } from '../../../src/github/sweep/judge-listed.ts'
import type { ListedDelivery } from '../../../src/github/sweep/listed-delivery.ts'
import type { MissedDelivery } from '../../../src/inbox/index.ts'

const minute = 60_000
const now = Date.parse('2026-11-21T10:00:00Z')
const deliveredAt = now - 60 * minute

function attempt(change: Partial<ListedDelivery> = {}): ListedDelivery {
  const failed = { isRedelivery: false, succeeded: false, tellsOfClosing: true }
  return { id: '9123456789012345678', guid: 'a', deliveredAt, ...failed, ...change }
}

const missed: MissedDelivery = {
  guid: 'a',
  id: '9123456789012345678',
  deliveredAt,
  timesAsked: 0,
  askAt: deliveredAt + minute,
  outcome: null,
}

const judge = (page: readonly ListedDelivery[], ...known: readonly MissedDelivery[]) =>
  judgeListed(page, new Map(known.map((delivery) => [delivery.guid, delivery])), now)

describe('an unknown delivery', () => {
  test('that failed is missed, and may be under way for a minute', () => {
    expect(judge([attempt()])).toEqual([missed])
  })

  test.for([
    ['that succeeded is nothing to remember', [attempt({ succeeded: true })]],
    ['of another event is not missed', [attempt({ tellsOfClosing: false })]],
    ['older than three days is not missed', [attempt({ deliveredAt: now - 72 * 60 * minute - 1 })]],
    [
      'of which only later attempts are listed was judged by the first one',
      [attempt({ isRedelivery: true })],
    ],
  ] as const)('%s', ([, page]) => {
    expect(judge(page)).toEqual([])
  })

  const again = attempt({ id: '2', isRedelivery: true, deliveredAt: deliveredAt + minute })

  test('that failed twice is missed once', () => {
    expect(judge([again, attempt()])).toEqual([missed])
  })

  test.for([
    ['before it on the page', [{ ...again, succeeded: true }, attempt()]],
    ['after it on the page', [attempt(), { ...again, succeeded: true }]],
  ] as const)('that succeeded at another attempt, %s, is not missed', ([, page]) => {
    expect(judge(page)).toMatchObject([{ guid: 'a', outcome: 'answered' }])
  })

  test('whose later attempt was listed on the page before is not missed', () => {
    const before = judge([{ ...again, succeeded: true }])
    expect(judge([attempt()], ...before)).toEqual([])
  })
})

describe('a known delivery', () => {
  test('that fails again stays as it is', () => {
    expect(judge([attempt({ isRedelivery: true }), attempt()], { ...missed, timesAsked: 3 })).toEqual([])
  })

  test('that succeeds at last is answered', () => {
    const page = [attempt({ isRedelivery: true, succeeded: true }), attempt()]
    expect(judge(page, { ...missed, timesAsked: 3 })).toEqual([
      { ...missed, timesAsked: 3, outcome: 'answered' },
    ])
  })

  test('whose first attempt was still open when it was listed is answered', () => {
    expect(judge([attempt({ succeeded: true })], missed)).toEqual([{ ...missed, outcome: 'answered' }])
  })

  test('that was given up stays so', () => {
    expect(judge([attempt()], { ...missed, outcome: 'given-up' })).toEqual([])
  })
})
