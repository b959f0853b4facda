import { expect, test } from 'vitest'
import { commentMarker, renderComment } from '../../../src/github/comment/index.ts'
import type { Report, SettingsProblem, Standing } from '../../../src/resume/index.ts'
import {
  later,
  leftAlone,
  merge,
  numbered,
  outlook,
  pageOf,
  report,
  run,
  state,
  taken,
  unread,
} from './reports.ts'

const unreachable = {
  because: 'unreachable',
  problem: 'Prefect did not answer within 15 s.',
  sentAt: null,
} as const
const ended = (type: string, message: string | null = null) => {
  const now = later(type, { message })
  return run({ now, history: [...taken, now] })
}

const mixed = [
  numbered(1, ended('COMPLETED')),
  numbered(2, run({ now: later('RUNNING') })),
  numbered(3, ended('FAILED', 'Out of memory')),
  numbered(4, leftAlone({ reason: 'not-failed' }, { was: state('RUNNING') })),
  numbered(5, leftAlone({ reason: 'no-deployment' }, { deployment: null })),
  numbered(6, unread({ kind: 'trying', obstacle: unreachable })),
]
const needsDeploy = outlook({ code: { kind: 'image', image: 'acme/etl:1' }, needsDeploy: true })
const waiting = [
  numbered(1, run({ outlook: needsDeploy })),
  numbered(2, run({ outlook: outlook({ warnings: [{ about: 'no-worker', name: 'kubernetes' }] }) })),
  numbered(3, unread({ kind: 'left-alone', why: { reason: 'only-mentioned' } })),
]

const problem: SettingsProblem = {
  line: 4,
  column: 12,
  key: 'labels.skip[0]',
  problem: 'is 7',
  allowed: 'the name of a label',
}
const wrong: Extract<Standing, { kind: 'settings-wrong' }> = {
  kind: 'settings-wrong',
  file: {
    repository: 'acme/etl',
    path: '.github/resume-on-merge.yml',
    ref: 'main',
    url: 'https://github.com/acme/etl/blob/main/.github/resume-on-merge.yml',
  },
  problems: [
    problem,
    { line: 1, column: 1, key: '', problem: 'is no YAML: a tab', allowed: 'blanks to indent' },
  ],
}
const ofOwner = { ...wrong.file, repository: 'acme/.github' }

const hostile = {
  name: '| @acme/owners fixes #1 <!-- `` [x](https://evil.example) ![](https://evil.example/i.png)\n\n# big',
  flow: {
    id: '../x',
    name: '*bold* _it_ ~~no~~ GH-1 acme/etl#1 www.evil.example a@b.example :tada: \u202Eevil\u200B',
  },
  deployment: { id: 'x|y', name: '</details></sub><h1>' },
  was: state('FAILED', { name: '</td><script>alert(1)</script>', message: '> @everyone\n- [ ] &amp; \\| |' }),
}

const cases: [golden: string, report: Report][] = [
  ['several', report(mixed)],
  ['several-public', report(mixed, { merge: merge('public') })],
  ['several-waiting', report(waiting)],
  ['several-completed', report([numbered(1, ended('COMPLETED')), numbered(2, ended('COMPLETED'))])],
  ['several-failed', report([numbered(1, ended('FAILED')), numbered(2, ended('CRASHED'))])],
  ['several-beyond-limit', report(mixed.slice(0, 2), { beyondLimit: 7 })],
  ['several-no-longer-followed', report(mixed.slice(0, 2).map((one) => ({ ...one, following: false })))],
  ['hostile', report([run(hostile), leftAlone({ reason: 'refused', because: hostile.name }, hostile)])],
  ['hostile-single', report([run(hostile)])],
  ['settings-wrong', report([], { standing: wrong })],
  ['settings-wrong-of-owner', report([], { standing: { ...wrong, file: ofOwner } })],
  [
    'settings-wrong-of-owner-public',
    report([], { merge: merge('public'), standing: { ...wrong, file: ofOwner } }),
  ],
  ['settings-wrong-second-attempt', report([ended('FAILED')], { standing: wrong })],
]

test.each(cases)('the comment on %s is what its golden file shows', async (golden, shown) => {
  await expect(renderComment(shown)).toMatchFileSnapshot(`../../golden/${golden}.md`)
})

test('the comment is found again by its first line, which holds ids only', () => {
  const [marker] = renderComment(report([run()])).split('\n')
  expect(marker).toBe(commentMarker(merge('private')))
  expect(marker).toBe('<!-- resume-on-merge merge:123#42@abc1234def5678abc1234def5678abc1234def56 -->')
})

test('another merge has another marker, and none can end it early', () => {
  const other = { ...merge('private'), commit: 'f00-->' }
  expect(commentMarker(other)).toBe('<!-- resume-on-merge merge:123#42@f00 -->')
})

test.each([
  ['https://prefect.example/runs/flow-run/1', 'https://prefect.example/flows/flow/f'],
  ['https://prefect.example/v2/runs/flow-run/1', 'https://prefect.example/v2/flows/flow/f'],
  ['https://prefect.example/ui/flow-runs/flow-run/1', 'https://prefect.example/ui/flows/flow/f'],
  ['https://prefect.example/flow-run/1', 'https://prefect.example/flows/flow/f'],
])('beside the run at %s is its flow at %s', (url, flow) => {
  expect(renderComment(report([run({ url, flow: { id: 'f', name: 'etl' } })]))).toContain(
    `[\`etl\`](${flow})`,
  )
})

test('a flow is only named where the address of its run says nothing of its own', () => {
  const comment = renderComment(report([run({ url: pageOf('x').replace('flow-run', 'run') })]))
  expect(comment).toContain('| `load-orders` / `production` |')
})

test('a file with hundreds of problems is told by the first of them', () => {
  const problems = Array.from({ length: 300 }, () => ({ ...problem, problem: '`|<!--'.repeat(500) }))
  const comment = renderComment(report([], { standing: { ...wrong, problems } }))
  expect(comment.length).toBeLessThanOrEqual(60_000)
  expect(comment).toContain('And 280 more.')
})
