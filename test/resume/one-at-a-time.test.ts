import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createOneAtATime } from '../../src/resume/one-at-a-time.ts'
import { aReportStore } from '../fixtures/a-report-store.ts'

/** Programs on one store, and work that notes how many do it at the same moment. */
function aStore() {
  const holders = new Map<string, string>()
  const atOnce = { now: 0, most: 0 }
  return {
    holders,
    atOnce,
    program: (name: string) =>
      createOneAtATime({
        store: aReportStore({
          async hold(right) {
            const holder = holders.get(right) ?? name
            holders.set(right, holder)
            return holder === name
          },
          letGo: async (right) => void holders.delete(right),
        }),
        wait: () => setImmediate(),
        log: pino({ level: 'silent' }),
      }),
    async work() {
      atOnce.now += 1
      atOnce.most = Math.max(atOnce.most, atOnce.now)
      await setImmediate()
      atOnce.now -= 1
    },
  }
}

test('one program acts on a run once at a time', async () => {
  const { program, work, atOnce } = aStore()
  const oneAtATime = program('a')
  await Promise.all([1, 2, 3].map(() => oneAtATime('run', work)))
  expect(atOnce.most).toBe(1)
})

test('of two programs on one store, only one acts on a run at a time', async () => {
  const { program, work, atOnce, holders } = aStore()
  await Promise.all([program('a'), program('b')].map((oneAtATime) => oneAtATime('run', work)))
  expect(atOnce.most).toBe(1)
  expect(holders.size).toBe(0)
})

test('different runs are acted on beside each other', async () => {
  const { program, work, atOnce } = aStore()
  const oneAtATime = program('a')
  await Promise.all(['one', 'two'].map((key) => oneAtATime(key, work)))
  expect(atOnce.most).toBe(2)
})

test('work that fails lets the next one go on', async () => {
  const { program, work, atOnce } = aStore()
  const oneAtATime = program('a')
  await expect(oneAtATime('run', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await oneAtATime('run', work)
  expect(atOnce.most).toBe(1)
})
