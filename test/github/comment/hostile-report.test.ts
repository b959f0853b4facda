import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderComment } from '../../../src/github/comment/index.ts'
import { hostileAddress, hostileText } from './hostile.ts'
import { nodesOf, parse } from './markdown.ts'
import { report, run } from './reports.ts'

const states = fc.record({
  type: fc.oneof(fc.constantFrom('FAILED', 'SCHEDULED', 'RUNNING', 'COMPLETED'), hostileText),
  name: hostileText,
  since: fc.oneof(fc.constant('2026-11-21T09:14:33Z'), hostileText),
  message: fc.option(hostileText),
})

const obstacles = fc.record({
  because: fc.constantFrom('unreachable' as const, 'no-access' as const),
  sentAt: fc.constant(null),
  problem: hostileText,
})

const whys = fc.oneof(
  fc.constantFrom(
    { reason: 'not-failed' as const },
    { reason: 'no-deployment' as const },
    { reason: 'deployment-deleted' as const },
    { reason: 'deployment-not-allowed' as const },
  ),
  fc.record({
    reason: fc.constant('other-branch' as const),
    branch: hostileText,
    defaultBranch: hostileText,
  }),
  fc.record({ reason: fc.constant('not-matched' as const), mismatch: hostileText }),
  fc.record({ reason: fc.constant('template-failed' as const), error: hostileText }),
  fc.record({ reason: fc.constant('refused' as const), because: fc.option(hostileText) }),
)

const outcomes = fc.oneof(
  fc.constantFrom({ kind: 'resumed' as const }, { kind: 'would-resume' as const }),
  whys.map((why) => ({ kind: 'left-alone' as const, why })),
  obstacles.map((obstacle) => ({ kind: 'trying' as const, obstacle })),
  obstacles.map((obstacle) => ({ kind: 'given-up' as const, obstacle })),
)

const runs = fc
  .record({
    id: hostileText,
    url: hostileAddress,
    name: fc.option(hostileText),
    flowName: fc.option(hostileText),
    deploymentName: fc.option(hostileText),
    outcome: outcomes,
    was: fc.option(states),
    now: fc.option(states),
  })
  .map(run)

const ours: ReadonlySet<string> = new Set([
  ...['root', 'heading', 'paragraph', 'text', 'inlineCode', 'link', 'list', 'listItem'],
  ...['table', 'tableRow', 'tableCell', 'html'],
])

test('no report, whatever is in it, makes Markdown of its own', () => {
  fc.assert(
    fc.property(fc.array(runs, { minLength: 1, maxLength: 4 }), fc.boolean(), (some, following) => {
      const comment = renderComment(report(some, { following, beyondLimit: 1 }))
      const nodes = nodesOf(parse(comment))
      expect(nodes.filter(({ type }) => !ours.has(type))).toEqual([])

      const html = nodes
        .map((node) => (node.type === 'html' ? node.value : ''))
        .filter((value) => value !== '')
      expect(html).toEqual([expect.stringMatching(/^<!-- resume-on-merge [^>]* -->$/), '<sub>', '</sub>'])
      expect(comment.lastIndexOf('<!--')).toBe(0)

      const rows = nodes.flatMap((node) => (node.type === 'tableRow' ? [node.children.length] : []))
      expect(rows).toEqual(Array.from({ length: some.length + 1 }, () => 3))

      const addresses = nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []))
      expect(addresses.length).toBeLessThanOrEqual(some.length === 1 ? 2 : some.length)
      const searched = nodes.map((node) => (node.type === 'text' ? node.value : '')).join('\n')
      expect(searched).not.toMatch(/@|#|GH-|evil|www|:tada|\$|[\p{Cf}\p{Cs}]/u)
    }),
    { numRuns: 150 },
  )
})
