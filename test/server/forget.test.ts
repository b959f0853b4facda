import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createForgetter, type ForgetServices } from '../../src/server/forget.ts'

const start = Date.parse('2026-11-21T10:00:00Z')
const day = 86_400_000

/** A store with so many pieces of old work, and what is done with it. */
function aStore(pieces: number, overrides: Partial<ForgetServices> = {}) {
  const seen = { asked: [] as number[], lines: [] as unknown[] }
  let left = pieces
  const services: ForgetServices = {
    inbox: {
      hold: async () => true,
      async forget(before) {
        seen.asked.push(before)
        left -= 1
        return left < 0 ? { merges: 0, deliveries: 0 } : { merges: 2, deliveries: 3 }
      },
    },
    engine: { forget: async () => (left < 0 ? 0 : 1) },
    keepFor: 30 * day,
    now: () => start,
    wait: () => setImmediate(),
    leaving: new AbortController().signal,
    log: pino({ base: null, timestamp: false }, { write: (line) => void seen.lines.push(JSON.parse(line)) }),
    ...overrides,
  }
  return { seen, forget: createForgetter(services) }
}

test('everything that is over since KEEP_FOR is forgotten piece by piece, and told in one line', async () => {
  const { seen, forget } = aStore(4)
  await forget()
  expect(new Set(seen.asked)).toEqual(new Set([start - 30 * day]))
  expect(seen.asked).toHaveLength(5)
  expect(seen.lines).toEqual([
    {
      level: 30,
      merges: 8,
      deliveries: 12,
      workflows: 4,
      before: '2026-10-22T10:00:00.000Z',
      msg: 'what was over was forgotten',
    },
  ])
})

test('where nothing is to be forgotten, nothing is said', async () => {
  const { seen, forget } = aStore(0)
  await forget()
  expect(seen).toEqual({ asked: [start - 30 * day], lines: [] })
})

test('of several programs only the one with the right forgets', async () => {
  const { seen, forget } = aStore(4)
  const forgets = aStore(4, { inbox: { hold: async () => false, forget: () => Promise.reject(new Error()) } })
  await forgets.forget()
  expect(forgets.seen.lines).toEqual([])
  await forget()
  expect(seen.lines).toHaveLength(1)
})

test('who leaves finishes the piece under way, and says what was forgotten', async () => {
  const leaving = new AbortController()
  const { seen, forget } = aStore(1000, {
    leaving: leaving.signal,
    wait: async () => leaving.abort(),
  })
  await forget()
  expect(seen.asked).toHaveLength(1)
  expect(seen.lines).toMatchObject([{ merges: 2, deliveries: 3, workflows: 1 }])
})

test('what was forgotten before something failed is told too', async () => {
  const { seen, forget } = aStore(1000, { wait: () => Promise.reject(new Error('the disk is full')) })
  await expect(forget()).rejects.toThrow('the disk is full')
  expect(seen.lines).toMatchObject([{ merges: 2 }])
})
