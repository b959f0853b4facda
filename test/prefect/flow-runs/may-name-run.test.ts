import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFlowRuns, findUnusedUrls, mayNameRun } from '../../../src/prefect/flow-runs/index.ts'

const base = 'https://app.prefect.cloud'
const id = '0b6c9a51-7f0e-4a8a-9d52-6c3e14f0a7b8'
const found = (text: string): boolean => findFlowRuns(text, [base]).length > 0

test('a text without the path of a run needs no closer look', () => {
  expect(mayNameRun(`Fixes the loader, see ${base}/deployments/deployment/${id}`)).toBe(false)
  expect(mayNameRun('')).toBe(false)
})

test.each(['runs/task-run', 'Runs/Task-Run', 'api/flow_runs', 'x/runs/flow-run'])(
  'one that names something else instead of a flow run needs one, so that people can be told: %s',
  (path) => {
    const text = `Fixes ${base}/${path}/${id}`
    expect(findUnusedUrls(text, [base])).toHaveLength(1)
    expect(mayNameRun(text)).toBe(true)
  },
)

test.each([
  ['in so many letters', `${base}/runs/flow-run/${id}`],
  ['with an escape', `[run](${base}/runs/flow\\-run/${id})`],
  ['with an entity', `[run](${base}/runs/flow&#45;run/${id})`],
  ['with an entity in a tag', `<a href="${base}/runs/flow-ru&#110;/${id}">run</a>`],
])('it is not overlooked %s', (_name, text) => {
  expect(found(text)).toBe(true)
  expect(mayNameRun(text)).toBe(true)
})

test('whatever is found was not ruled out before', () => {
  const between = fc.constantFrom(
    '\\',
    '&',
    '*',
    '_',
    '`',
    '\n',
    '<i>',
    '<!-- -->',
    '<title>x</title>',
    '&shy;',
    '\0',
  )
  const letter = (letter: string) =>
    fc.constantFrom(letter, letter, letter, `&#${letter.charCodeAt(0)};`, `\\${letter}`, letter.toUpperCase())
  const letters = [...'flow-run/'].map(letter)
  const path = fc
    .tuple(fc.tuple(...letters), fc.nat(letters.length), fc.option(between))
    .map(([written, place, parted]) => written.toSpliced(place, 0, parted ?? '').join(''))
  const shape = fc.constantFrom(
    (url: string) => url,
    (url: string) => `[run](${url})`,
    (url: string) => `[run][a]\n\n[a]: ${url}`,
    (url: string) => `<a href="${url}">run</a>`,
    (url: string) => `\`${url}\``,
  )
  fc.assert(
    fc.property(path, shape, (path, shape) => {
      const text = shape(`${base}/runs/${path}${id}`)
      fc.pre(found(text))
      expect(mayNameRun(text)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
