import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFlowRuns, findNamedFlowRuns, findUnusedUrls } from '../../../src/prefect/flow-runs/index.ts'
import { id, page, shapes } from './hostile-shapes.ts'

const uiUrls = ['https://app.prefect.cloud']
const find = (text: string) => findFlowRuns(text, uiUrls).map((found) => found.id)

test.each(Object.entries(shapes))('a run in plain sight after it is found: %s', (_, shape) => {
  expect(
    find(`${shape(64_000)}

${page}
`),
  ).toEqual([id])
})

test.each(Object.entries(shapes))('a run that is closed after it is closed: %s', (what, shape) => {
  const text = `${shape(64_000)}\n\nResumes [the run](${page})\n`
  expect(findNamedFlowRuns(text, uiUrls)).toMatchObject([{ id, closing: what !== 'open fences' }]) // one stays open
})

test.each(Object.entries(shapes))('no more is told of it than people would read: %s', (_, shape) => {
  const unused = findUnusedUrls(shape(64_000), uiUrls)
  expect(unused.length).toBeLessThanOrEqual(20)
  for (const { url } of unused) expect(url.length).toBeLessThanOrEqual(500)
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
    '/api/flow_runs/',
    'fixes ',
    '<a href=',
    '&#x110000;',
    '&constructor;',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(characters, words), { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      for (const found of find(text)) expect(found).toBe(id)
      for (const { url } of findUnusedUrls(text, uiUrls)) expect(url).toMatch(/^https?:\/\/[^\s?#@]+$/)
    }),
    { numRuns: 3000 },
  )
})
