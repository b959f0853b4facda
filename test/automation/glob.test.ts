import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesGlob } from '../../src/automation/glob.ts'

test.each([
  ['prefect.flow-run.1', 'prefect.flow-run.*', true],
  ['prefect.flow-run.', 'prefect.flow-run.*', true],
  ['prefect.flow-runs', 'prefect.flow-run.*', false],
  ['True', 'True', true],
  ['true', 'True', false],
  ['True ', 'True', false],
  ['', '', true],
  ['', '*', true],
  ['a', '', false],
  ['abc', 'a?c', true],
  ['ac', 'a?c', false],
  ['a\nc', 'a?c', true],
  ['a😀c', 'a?c', true],
  ['aXbXc', 'a*b*c', true],
  ['aXcXb', 'a*b*c', false],
  ['b', '[abc]', true],
  ['d', '[abc]', false],
  ['d', '[!abc]', true],
  ['m', '[a-z]', true],
  ['M', '[a-z]', false],
  ['-', '[a-]', true],
  ['-', '[--a]', true],
  [']', '[]]', true],
  ['a', '[!]]', true],
  ['^', '[^a]', true],
  ['b', '[^a]', false],
  ['b', '[z-a]', false],
  ['b', '[!z-a]', true],
  ['[a', '[a', true],
  ['[]', '[]', true],
  ['[!]', '[!]', true],
  ['a\\', 'a[\\]', true],
  ['a.c', 'a.c', true],
  ['abc', 'a.c', false],
])('%j and the glob %j: %s', (text, glob, fits) => {
  expect(matchesGlob(text, glob)).toBe(fits)
})

/** As the words say, and as slow as that: every star tries everything. */
function matchesSlowly(text: string, glob: string): boolean {
  if (glob === '') return text === ''
  const rest = glob.slice(1)
  if (glob.startsWith('*')) {
    return matchesSlowly(text, rest) || (text !== '' && matchesSlowly(text.slice(1), glob))
  }
  const set = /^\[(!?)(\]?[^\]]*)\]/.exec(glob)
  if (glob.startsWith('[') && set !== null) {
    const [whole, not, inside = ''] = set
    return (
      text !== '' &&
      inside.includes(text.charAt(0)) === (not === '') &&
      matchesSlowly(text.slice(1), glob.slice(whole.length))
    )
  }
  return text !== '' && (glob.startsWith('?') || text[0] === glob[0]) && matchesSlowly(text.slice(1), rest)
}

test('any text and any glob without ranges give what the definition says', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '[', ']', '!', '*'), maxLength: 8 })
  const glob = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '[', ']', '!'), maxLength: 8 })
  // An empty set is none in the definition above and in the glob: `[]` and `[!]` are left to the table.
  fc.assert(
    fc.property(text, glob, (subject, pattern) => {
      fc.pre(!/\[!?\]/.test(pattern))
      expect(matchesGlob(subject, pattern)).toBe(matchesSlowly(subject, pattern))
    }),
    { numRuns: 5000 },
  )
})

test('a glob full of stars against a long value ends', () => {
  expect(matchesGlob('a'.repeat(50_000), `${'*a'.repeat(20)}*b`)).toBe(false)
})
