import { describe, expect, test } from 'vitest'
import type { ListedDelivery } from '../../../src/github/sweep/listed-delivery.ts'
import { advance, nextOf, stretchesOf } from '../../../src/github/sweep/stretches.ts'

const minute = 60_000
const now = Date.parse('2026-11-21T10:00:00Z')
const threeDaysAgo = now - 72 * 60 * minute

/** A page of deliveries of so many minutes ago. */
function pageOf(ages: readonly number[], next: string | null = 'further') {
  const deliveries = ages.map((age, index): ListedDelivery => {
    const deliveredAt = now - age * minute
    return {
      id: `${index}`,
      guid: `${index}`,
      deliveredAt,
      isRedelivery: false,
      succeeded: true,
      tellsOfClosing: true,
    }
  })
  return { deliveries, next }
}

describe('what is to be listed', () => {
  test('is all of three days at first', () => {
    expect(stretchesOf({ listedTo: null, unfinished: null }, now)).toEqual([
      { cursor: null, downTo: threeDaysAgo },
    ])
  })

  test('is what came since the last listing, and a quarter of an hour once more', () => {
    expect(stretchesOf({ listedTo: now - 20 * minute, unfinished: null }, now)).toEqual([
      { cursor: null, downTo: now - 35 * minute },
    ])
  })

  test('is never more than three days', () => {
    expect(stretchesOf({ listedTo: threeDaysAgo - minute, unfinished: null }, now)).toEqual([
      { cursor: null, downTo: threeDaysAgo },
    ])
  })

  test('is what is new, and what lay beyond the page on which the last listing was cut off', () => {
    const unfinished = { newest: now - 20 * minute, cursor: 'further' }
    expect(stretchesOf({ listedTo: now - 600 * minute, unfinished }, now)).toEqual([
      { cursor: null, downTo: now - 35 * minute },
      { cursor: 'further', downTo: now - 615 * minute },
    ])
  })
})

describe('a listing', () => {
  const stretch = { cursor: null, downTo: now - 60 * minute }

  test.for([
    ['goes on while its pages are new enough', pageOf([1, 60]), 'further'],
    ['ends with a page that leads further back', pageOf([1, 61]), null],
    ['ends with the last page', pageOf([1, 2], null), null],
    ['ends with an empty page', pageOf([]), null],
  ] as const)('%s', ([, page, next]) => {
    expect(nextOf(page, stretch)).toBe(next)
  })

  const listedTo = now - 600 * minute

  test('that goes on remembers the next page, and the newest that it found', () => {
    const first = advance({ listedTo, unfinished: null }, pageOf([5, 9]), 'second')
    expect(first).toEqual({ listedTo, unfinished: { newest: now - 5 * minute, cursor: 'second' } })
    expect(advance(first, pageOf([12, 14]), 'third')).toEqual({
      listedTo,
      unfinished: { newest: now - 5 * minute, cursor: 'third' },
    })
  })

  test('that is complete has listed all up to the newest that it found', () => {
    const unfinished = { newest: now - 5 * minute, cursor: 'second' }
    const complete = { listedTo: now - 5 * minute, unfinished: null }
    expect(advance({ listedTo, unfinished }, pageOf([12]), null)).toEqual(complete)
  })

  test('that finds nothing changes nothing', () => {
    const nothing = { listedTo: null, unfinished: null }
    expect(advance(nothing, pageOf([], null), null)).toEqual(nothing)
    expect(advance({ listedTo, unfinished: null }, pageOf([], null), null)).toEqual({
      listedTo,
      unfinished: null,
    })
  })
})
