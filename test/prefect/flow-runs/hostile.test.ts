import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFlowRuns } from '../../../src/prefect/flow-runs/index.ts'
import { id, page, shapes } from './hostile-shapes.ts'

const find = (text: string) => findFlowRuns(text, ['https://app.prefect.cloud']).map((found) => found.id)

test.each(Object.entries(shapes))('a run in plain sight after it is found: %s', (_, shape) => {
  expect(
    find(`${shape(64_000)}

${page}
`),
  ).toEqual([id])
})

test('nothing makes it fail', () => {
  const characters = fc.constantFrom(...'[]()<>!`~*_|#-+=:"\'\\/&;^ \t\n\r0a\0🚀\ud800')
  const words = fc.constantFrom(
    '<!--',
    '-->',
    '[^a]',
    'https://',
    page,
    'flow-run/',
    '<a href=',
    '&#x110000;',
    '&constructor;',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(characters, words), { maxLength: 60 }), (pieces) => {
      for (const found of find(pieces.join(''))) expect(found).toBe(id)
    }),
    { numRuns: 3000 },
  )
})
