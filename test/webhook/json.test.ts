import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from '../../src/webhook/json/read.ts'
import { writeJson } from '../../src/webhook/json/write.ts'

function attempt<T>(read: () => T): T | 'no JSON' {
  try {
    return read()
  } catch {
    return 'no JSON'
  }
}

test('what JSON.parse reads is read, and what it refuses is refused', () => {
  const character = fc.constantFrom(...'{}[]",:\\u0123.eE-+ \ntrufalsn\u0000é🚀')
  fc.assert(
    fc.property(
      fc.array(character).map((all) => all.join('')),
      (text) => {
        const expected = attempt(() => JSON.parse(text) ?? 'null')
        expect(attempt(() => JSON.parse(writeJson(readJson(text), null)) ?? 'null')).toEqual(expected)
      },
    ),
    { numRuns: 5_000 },
  )
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(writeJson(readJson(text), null))).toEqual(JSON.parse(text))
    }),
  )
})

test('of equal keys the last counts, or they are refused', () => {
  expect(readJson('{"a": 1, "b": 2, "a": 3}')).toEqual(
    new Map([
      ['a', 3n],
      ['b', 2n],
    ]),
  )
  expect(() => readJson('[{"a": 1, "\\u0061": 3}]', { duplicates: false })).toThrow('the key "a" twice')
})

test.each(['NaN', 'Infinity', '-Infinity'])('%s is a number, as Python reads it', (word) => {
  expect(readJson(word)).toBe(Number(word))
})
