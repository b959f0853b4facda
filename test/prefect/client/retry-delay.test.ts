import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../../../src/prefect/client/outcome.ts'
import { readRetryAfter } from '../../../src/prefect/client/retry-after.ts'
import { longestWait, retryDelay } from '../../../src/prefect/client/retry-delay.ts'

const now = Date.parse('2026-11-21T10:22:18Z')

function answer(status: number, retryAfter: number | null = null): Outcome {
  return { kind: 'answer', status, body: '', contentType: null, retryAfter }
}

test.each([
  [null, null],
  ['7', 7000],
  [' 0 ', 0],
  ['0.5', 500],
  ['Sat, 21 Nov 2026 10:22:28 GMT', 10_000],
  ['Sat, 21 Nov 2026 10:22:08 GMT', 0],
  ['', null],
  ['-1', null],
  ['soon', null],
  ['1e9', null],
])('Retry-After: %s is %s ms', (header, milliseconds) => {
  expect(readRetryAfter(header, now)).toBe(milliseconds)
})

test('the time doubles from try to try, up to 8 s', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) =>
    retryDelay(answer(503), { attempts, maxRetries: 10, waited: 0 }, 0),
  )
  expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, 8000])
})

test('whatever a server answers, a call ends, never comes back too early, and waits no longer than it may', () => {
  const outcome = fc.record({
    status: fc.integer({ min: 300, max: 599 }),
    retryAfter: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })),
  })
  const random = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.tuple(outcome, random)),
      fc.integer({ min: 0, max: 20 }),
      (stream, maxRetries) => {
        let waited = 0
        let attempts = 0
        for (const [{ status, retryAfter }, chance] of stream) {
          attempts++
          const delay = retryDelay(answer(status, retryAfter), { attempts, maxRetries, waited }, chance)
          if (delay === null) break
          expect(delay).toBeGreaterThanOrEqual(retryAfter ?? 250)
          waited += delay
        }
        expect(attempts).toBeLessThanOrEqual(maxRetries + 1)
        expect(waited).toBeLessThanOrEqual(longestWait * 1.2)
      },
    ),
  )
})
