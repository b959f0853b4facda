import { expect, test } from 'vitest'
import { minuteWords, periodWords, secondWords, spanWords } from '../../../src/github/comment/times.ts'

test('times are told in UTC, wherever they come from', () => {
  expect(minuteWords('2026-11-21T10:14:33.5+01:00')).toBe('2026-11-21 09:14 UTC')
  expect(secondWords('2026-11-21T10:14:33.5+01:00')).toBe('2026-11-21 09:14:33')
})

test('what is no time is not told as one', () => {
  expect(minuteWords('<!--')).toBe('')
  expect(secondWords('<!--')).toBe('?')
  expect(spanWords('x', '2026-11-21T10:00:00Z')).toBeNull()
})

test.each([
  ['10:00:00.000', 'less than 1 s', '10:00:00.999'],
  ['10:00:00.000', '12 s', '10:00:12.900'],
  ['10:00:00.000', '3 min 12 s', '10:03:12.000'],
  ['10:00:00.000', '2 min', '10:02:00.000'],
  ['10:00:00.000', '2 h 5 min', '12:05:59.000'],
  ['10:00:02.000', null, '10:00:01.000'],
])('from %s it is %s to %s', (from, words, to) => {
  expect(spanWords(`2026-11-21T${from}Z`, `2026-11-21T${to}Z`)).toBe(words)
})

test('days are told with hours', () => {
  expect(spanWords('2026-11-21T10:00:00Z', '2026-11-23T13:59:00Z')).toBe('2 d 3 h')
})

test.each([
  [259_200_000, '3 days'],
  [86_400_000, '1 day'],
  [5_400_000, '90 minutes'],
  [1000, '1 second'],
])('%d ms that somebody set are %s', (period, words) => {
  expect(periodWords(period)).toBe(words)
})
