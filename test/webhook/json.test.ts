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

/** What a reader makes of a text; zero has no sign here, since integers have none in Python. */
function read(text: string, reader: (text: string) => unknown): unknown {
  return attempt(() => JSON.parse(JSON.stringify(reader(text))))
}

const again = (text: string) => JSON.parse(writeJson(readJson(text), null))

test('what JSON.parse reads is read, and what it refuses is refused', () => {
  const character = fc.constantFrom(...'{}[]",:\\u0123.eE-+ \ntrufalsn\u0000é🚀')
  const texts = fc.array(character).map((all) => all.join(''))
  fc.assert(
    fc.property(fc.oneof(texts, fc.json()), (text) => {
      // Beyond the largest float, Python has a word that JSON has not.
      fc.pre(!/e\+?\d{3}/i.test(text))
      expect(read(text, again)).toEqual(read(text, JSON.parse))
    }),
    { numRuns: 5_000 },
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
