import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { alertsOf, renderAlert, renderComment } from '../../../src/github/comment/index.ts'
import type { Standing } from '../../../src/resume/index.ts'
import { hostileAddress, hostileText } from './hostile.ts'
import { hostileOutcome, hostileOutlook, hostileState } from './hostile-parts.ts'
import { nodesOf, parse, searched } from './markdown.ts'
import { acts, merge, report, run } from './reports.ts'

const named = fc.option(fc.record({ id: hostileText, name: hostileText }))

const runs = fc
  .record({
    id: hostileText,
    url: fc.oneof(
      hostileAddress,
      hostileAddress.map((address) => `${address}/runs/flow-run/x`),
    ),
    name: fc.option(hostileText),
    attempt: fc.integer({ min: 1, max: 12 }),
    flow: named,
    deployment: named,
    outcome: hostileOutcome,
    was: fc.option(hostileState),
    now: fc.option(hostileState),
    history: fc.array(hostileState, { maxLength: 3 }),
    runCount: fc.option(fc.integer()),
    outlook: fc.option(hostileOutlook),
    following: fc.boolean(),
    stuck: fc.boolean(),
    deleted: fc.boolean(),
  })
  .map(run)

const standings: fc.Arbitrary<Standing> = fc.oneof(
  fc.constant(acts),
  fc.record({
    kind: fc.constant('settings-wrong' as const),
    file: fc.record({
      repository: hostileText,
      path: hostileText,
      ref: fc.constant(null),
      url: hostileAddress,
    }),
    problems: fc.array(
      fc.record({
        line: fc.nat(),
        column: fc.nat(),
        key: hostileText,
        problem: hostileText,
        allowed: hostileText,
      }),
      { maxLength: 3 },
    ),
  }),
)

const merges = fc
  .record({
    visibility: fc.constantFrom('public' as const, 'private' as const),
    url: hostileAddress,
    commit: hostileText,
    fullName: hostileText,
  })
  .map(({ visibility, url, commit, fullName }) => {
    const usual = merge(visibility)
    return { ...usual, url, commit, repository: { ...usual.repository, fullName } }
  })

const reports = fc
  .record({
    merge: merges,
    standing: standings,
    runs: fc.array(runs, { minLength: 1, maxLength: 4 }),
    beyondLimit: fc.nat({ max: 2 }),
  })
  .map((parts) => report(parts.runs, parts))

const ours: ReadonlySet<string> = new Set([
  ...['root', 'heading', 'paragraph', 'text', 'strong', 'inlineCode', 'link', 'list', 'listItem'],
  ...['table', 'tableRow', 'tableCell', 'html'],
])

/** What GitHub would do something with. */
const busy = /@|#|GH-|evil|www|:tada|\$|[\p{Cf}\p{Cs}]/u

function htmlOf(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => (node.type === 'html' ? [node.value] : []))
}

/** The number of cells of each row, table by table. */
function shapesOf(nodes: readonly Nodes[]): number[][] {
  return nodes.flatMap((node) =>
    node.type === 'table' ? [node.children.map(({ children }) => children.length)] : [],
  )
}

test('no report, whatever is in it, makes Markdown of its own', () => {
  fc.assert(
    fc.property(reports, (shown) => {
      const comment = renderComment(shown)
      const nodes = nodesOf(parse(comment))
      expect(nodes.filter(({ type }) => !ours.has(type))).toEqual([])
      expect(searched(parse(comment))).not.toMatch(busy)

      const wrong = shown.standing.kind === 'settings-wrong' ? shown.standing.problems.length : 0
      const seen = shown.runs.filter(({ history }) => history.length > 0)
      const folded = seen.length === 0 ? [] : ['<details><summary>What happened</summary>', '</details>']
      const [marker, ...html] = htmlOf(nodes)
      expect(marker).toMatch(/^<!-- resume-on-merge merge:[\w#@]* -->$/)
      expect(comment.lastIndexOf('<!--')).toBe(0)
      expect(html).toEqual([...folded, '<sub>', '</sub>'])

      const rows = seen.map(({ was, history }) => history.length + (was === null ? 0 : 1))
      const told = rows.reduce((sum, count) => sum + count, 0)
      const shapes = shapesOf(nodes)
      for (const shape of shapes) expect(new Set(shape).size).toBe(1)
      const lengths = shapes.map((shape) => shape.length - 1)
      const known = shown.runs.length > 1 || shown.runs.some(({ flow, was }) => flow !== null || was !== null)
      expect(lengths).toEqual([wrong, known ? shown.runs.length : 0, told].filter((length) => length > 0))
    }),
    { numRuns: 100 },
  )
})

test('no alert, whatever is in it, makes Markdown of its own', () => {
  fc.assert(
    fc.property(reports, (shown) => {
      for (const alert of alertsOf(shown)) {
        const body = renderAlert(alert, shown)
        const nodes = nodesOf(parse(body))
        expect(nodes.filter(({ type }) => !ours.has(type))).toEqual([])
        expect(htmlOf(nodes)).toEqual([
          expect.stringMatching(/^<!-- resume-on-merge alert:[\w#@]* [\w-]+ -->$/),
        ])
        expect(body.lastIndexOf('<!--')).toBe(0)
        expect(searched(parse(body))).not.toMatch(busy)
      }
    }),
    { numRuns: 100 },
  )
})
