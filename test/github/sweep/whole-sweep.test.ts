import fc from 'fast-check'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createSweeper, type DeliveryLog } from '../../../src/github/index.ts'
import type { ListedDelivery } from '../../../src/github/sweep/listed-delivery.ts'
import { createMissedMemory } from '../../fixtures/missed-memory.ts'

const minute = 60_000
const hour = 60 * minute
const begin = Date.parse('2026-11-21T10:00:00Z')

/** What happened to one delivery, and what would happen to a redelivery. */
const history = fc.record({
  /** In minutes before the first round; many come later. */
  age: fc.integer({ min: -20 * 60, max: 80 * 60 }),
  tellsOfClosing: fc.boolean(),
  isStored: fc.boolean(),
  /** Whether the attempts succeeded, the first one first. */
  attempts: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
  /** Whether it comes when it is asked for. */
  comes: fc.boolean(),
})

/** What goes wrong with a call; null where nothing does. */
const faults = fc.array(
  fc.option(fc.constantFrom({ status: 403 }, { status: 429 }, { status: 404 }, new Error('reset')), {
    nil: null,
    freq: 3,
  }),
  { maxLength: 30 },
)

type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never

/** GitHub with a log of so many on a page, that was told what goes wrong. */
function startLog(histories: readonly History[], size: number, errors: Iterator<unknown>, now: () => number) {
  const attempts = histories.flatMap(({ age, tellsOfClosing, attempts: succeeded }, index) =>
    succeeded.map((success, later) => ({
      guid: String(index),
      deliveredAt: begin - age * minute + later * 30_000,
      isRedelivery: later > 0,
      succeeded: success,
      tellsOfClosing,
    })),
  )
  const listed: ListedDelivery[] = attempts
    .toSorted((left, right) => left.deliveredAt - right.deliveredAt)
    .map((attempt, index) => ({ ...attempt, id: String(index) }))
  const asked: { guid: string; age: number }[] = []

  function meetFault(): void {
    const { done, value } = errors.next()
    if (done !== true && value !== null) throw value
  }

  const deliveryLog: DeliveryLog = {
    async page(cursor) {
      meetFault()
      const newestFirst = listed.filter(({ deliveredAt }) => deliveredAt <= now()).toReversed()
      const older =
        cursor === null ? newestFirst : newestFirst.filter(({ id }) => Number(id) < Number(cursor))
      const deliveries = older.slice(0, size)
      return { deliveries, next: older.length > size ? (deliveries.at(-1)?.id ?? null) : null }
    },
    async askAgain(id) {
      const { guid, deliveredAt } = listed[Number(id)] ?? { guid: '', deliveredAt: 0 }
      asked.push({ guid, age: now() - deliveredAt })
      meetFault()
    },
  }
  return { deliveryLog, listed, asked }
}

test('none is asked for that succeeded, is stored, young, old or of another kind, and none that is missed is lost', async () => {
  const histories = fc.array(history, { maxLength: 30 })
  const sizes = fc.integer({ min: 1, max: 7 })
  await fc.assert(
    fc.asyncProperty(histories, sizes, faults, async (all, size, errors) => {
      let time = begin
      const { deliveryLog, asked } = startLog(all, size, errors.values(), () => time)
      const missed = createMissedMemory()
      const sweep = createSweeper({
        deliveryLog,
        inbox: {
          delivery: async (guid) => {
            const { isStored, comes } = all[Number(guid)] ?? { isStored: false, comes: false }
            const isThere = isStored || (comes && asked.some((ask) => ask.guid === guid))
            return isThere ? { guid, mergeKey: null, timesReceived: 1, outcome: null } : null
          },
          hold: async () => true,
          letGo: async () => {},
          missed,
        },
        now: () => time,
        wait: async () => {},
        leaving: new AbortController().signal,
        log: pino({ level: 'silent' }),
      })
      for (; time < begin + 80 * hour; time += 5 * minute) await sweep()

      const isMissed = ({ tellsOfClosing, isStored, attempts }: History) =>
        tellsOfClosing && !isStored && !attempts.includes(true)
      for (const { guid, age } of asked) {
        expect(all[Number(guid)]).toSatisfy(isMissed)
        expect(age).toBeGreaterThanOrEqual(minute)
        expect(age).toBeLessThanOrEqual(72 * hour)
      }
      for (const [index, one] of all.entries()) {
        const times = asked.filter(({ guid }) => guid === String(index)).length
        // What went wrong may be tried again at once, or not count.
        expect(times).toBeLessThanOrEqual(10 + errors.filter((error) => error !== null).length)
        if (isMissed(one) && one.age < 60 * 60) expect(times).toBeGreaterThan(0)
      }
    }),
    { numRuns: 200 },
  )
})
