import { expect, test } from 'vitest'
import { nextLook } from '../../src/resume/index.ts'

const second = 1000
const start = Date.parse('2026-11-21T10:00:00.300Z')

/** When a run that never moves is looked at, in seconds after it was resumed. */
function looks(until: number): number[] {
  const times: number[] = []
  for (let at = start; at < start + until; ) {
    at = nextLook(at, start)
    times.push((at - start) / second)
  }
  return times
}

test('the first look comes within two seconds, and the next ones every five', () => {
  const first = looks(120 * second)
  expect(first[0]).toBeLessThanOrEqual(2)
  expect(first.filter((at) => at > 5 && at < 120)).toHaveLength(23)
})

test('a run that does not move is looked at every half minute, and after an hour every five minutes', () => {
  const all = looks(2 * 3600 * second)
  expect(all.filter((at) => at > 150 && at <= 3600)).toHaveLength(115)
  expect(all.filter((at) => at > 3900 && at <= 7200)).toHaveLength(11)
})

test('runs that were resumed within the same seconds share their looks', () => {
  const later = start + 60 * second
  expect(nextLook(later, start)).toBe(nextLook(later + 2 * second, start + 3 * second))
})
