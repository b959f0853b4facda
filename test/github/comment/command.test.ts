import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shellWord } from '../../../src/github/comment/command.ts'
import { hostileText } from './hostile.ts'

test.each([
  ['kubernetes', 'kubernetes'],
  ['acme/etl#42', 'acme/etl#42'],
  ['my pool', "'my pool'"],
  ["it's", "'it'\\''s'"],
  ['#no', "'#no'"],
  ['~', "'~'"],
  ['$(id)', "'$(id)'"],
  ['--help', 'NAME'],
  ['', 'NAME'],
  ['two\nlines', 'NAME'],
  ['left\u202Eright', 'NAME'],
  ['a'.repeat(161), 'NAME'],
])('%j is the word %s', (name, word) => {
  expect(shellWord(name, 'NAME')).toBe(word)
})

test('any name is one word of a shell, to the letter, or is not shown', () => {
  fc.assert(
    fc.property(hostileText, (name) => {
      const word = shellWord(name, 'NAME')
      const read = word.replaceAll(
        /'([^']*)'|\\(.)/gs,
        (_, quoted: string | undefined, escaped: string) => quoted ?? escaped,
      )
      expect([name, 'NAME']).toContain(read)
      expect(word.replaceAll(/'[^']*'|\\'/gs, '')).toMatch(/^[\w./#-]*$/)
      expect(word).not.toMatch(/[\p{C}]/u)
    }),
    { numRuns: 500 },
  )
})
