import fc from 'fast-check'
import picomatch from 'picomatch'
import { expect, test } from 'vitest'
import { parseRepositorySettings } from '../../../src/github/repository-settings/index.ts'
import { longestText } from '../../../src/github/repository-settings/read-yaml.ts'
import { type SettingsReading, settingsProblemSchema } from '../../../src/resume/index.ts'
import { aFile } from './a-file.ts'
import { shapes } from './hostile-shapes.ts'

/** A text that may well be settings, and mostly is not quite. */
const settings = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('enabled', 'branches', 'labels', 'skip', 'states', 'follow') },
      { weight: 4, arbitrary: fc.constantFrom(': ', '\n', '\n  ', '- ', '[', ']', '{', '}', ', ') },
      fc.constantFrom(
        'true',
        'FAILED',
        '2h',
        '*',
        '**/*',
        '"',
        "'",
        '&a ',
        '*a',
        '!a ',
        '|',
        '>',
        '#',
        '---\n',
        '<<',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

test('any text is settings, or has problems that can be told', () => {
  fc.assert(
    fc.property(settings, (text) => expectWhole(parseRepositorySettings(text, aFile))),
    { numRuns: 500 },
  )
})

test('every text of a setting is taken or told', () => {
  const key = fc.constantFrom('branches', 'deployments', 'states', 'comment', 'follow', 'enabled')
  fc.assert(
    fc.property(key, fc.string({ unit: 'binary' }), (name, value) => {
      const reading = parseRepositorySettings(JSON.stringify({ [name]: value }), aFile)
      expectWhole(reading)
      if (reading.kind === 'invalid') expect(reading.problems).toMatchObject([{ key: name }])
    }),
    { numRuns: 500 },
  )
})

test('a glob that is taken can be compared with names, soon', () => {
  const glob = fc.string({ unit: fc.constantFrom(...'ab*?/.-+@$^~{}()[]!|\\"'), minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(glob, (branches) => {
      const reading = parseRepositorySettings(JSON.stringify({ branches }), aFile)
      if (reading.kind === 'valid') expect(picomatch.makeRe(branches, { debug: true })).toBeInstanceOf(RegExp)
      expect(reading.kind).toBe(/[{}()[\]!|\\"]|\*{3}|(?:\*+[^*]+){3}\*/.test(branches) ? 'invalid' : 'valid')
    }),
    { numRuns: 500 },
  )
})

test.each(Object.entries(shapes))('the longest text is read too: %s', (_, shape) => {
  expectWhole(parseRepositorySettings(shape(longestText), aFile))
})

function expectWhole(reading: SettingsReading): void {
  if (reading.kind === 'valid') return
  if (reading.kind !== 'unparsable' && reading.kind !== 'invalid') throw new Error(reading.kind)
  expect(reading.problems.length).toBeGreaterThan(0)
  expect(reading.problems.length).toBeLessThanOrEqual(10)
  for (const problem of reading.problems) {
    expect(settingsProblemSchema.parse(problem)).toEqual(problem)
    expect(Object.values(problem).join('').length).toBeLessThan(400)
    expect(problem.problem.isWellFormed() && problem.key.isWellFormed()).toBe(true)
  }
}
