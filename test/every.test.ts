import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { every } from '../src/every.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const log = pino({ level: 'silent' })

/** Recurring work that notes when it was done, in milliseconds from the start. */
function aRecurring(...first: [number?]) {
  const start = Date.now()
  const done: number[] = []
  const work = async (): Promise<void> => {
    done.push(Date.now() - start)
    if (done.length === 1) throw new Error('not this time')
  }
  return { done, recurring: every(1000, 'working', work, log, ...first) }
}

test('rounds come after a pause each, also after one that failed', async () => {
  const { done, recurring } = aRecurring()
  await vi.advanceTimersByTimeAsync(3500)
  await recurring.stop()
  expect(done).toEqual([1000, 2000, 3000])
})

test('the first round may come sooner than the others', async () => {
  const { done, recurring } = aRecurring(50)
  await vi.advanceTimersByTimeAsync(2500)
  await recurring.stop()
  expect(done).toEqual([50, 1050, 2050])
})

test('no round comes after it was stopped', async () => {
  const { done, recurring } = aRecurring()
  await vi.advanceTimersByTimeAsync(1500)
  await recurring.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(done).toEqual([1000])
})
