import { expect, test } from 'vitest'
import { renderComment } from '../../../src/github/comment/index.ts'
import type { Report } from '../../../src/resume/index.ts'
import { later, numbered, outlook, report, run, state } from './reports.ts'

/** @param name of everything that has one */
function crowd(name: string, history: number, length = 20): Report {
  const states = Array.from({ length: history }, (_, index) =>
    later('RUNNING', { name, since: new Date(1_800_000_000_000 + index * 1000).toISOString() }),
  )
  return report(
    Array.from({ length }, (_, index) => ({
      ...numbered(
        index,
        run({ was: state('FAILED', { name, message: name }), now: later('FAILED', { name, message: name }) }),
      ),
      name: `${index}${name}`,
      flow: { id: 'f', name },
      deployment: { id: 'd', name },
      history: states,
      outlook: outlook({ code: { kind: 'image', image: name }, needsDeploy: true }),
    })),
  )
}

test('of twenty runs with long histories, the middles of their histories are left out', () => {
  const comment = renderComment(crowd('nightly', 50))
  expect(comment.length).toBeLessThanOrEqual(60_000)
  expect(comment).not.toContain('do not fit')
  expect(comment).toContain('<details>')
  expect(comment).toMatch(/… \d+ more states/)
})

test('twenty runs whose names are long besides are all told', () => {
  const comment = renderComment(crowd('long name '.repeat(100), 50))
  expect(comment.length).toBeLessThanOrEqual(60_000)
  expect(comment).not.toContain('do not fit')
})

test('a comment is never longer than GitHub takes, however much there is to tell', () => {
  const comment = renderComment(crowd('`|<!--'.repeat(170), 50))
  expect(comment.length).toBeLessThanOrEqual(60_000)
  expect(comment.length).toBeGreaterThan(40_000)
  expect(comment).not.toContain('<details>')

  const endless = renderComment(crowd('`|<!--'.repeat(500), 5, 80))
  expect(endless.length).toBeLessThanOrEqual(60_000)
  expect(endless).toMatch(/^\d+ more flow runs do not fit into this comment\.$/m)
})
