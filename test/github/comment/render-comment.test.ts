import { expect, test } from 'vitest'
import { commentMarker, renderComment } from '../../../src/github/comment/index.ts'
import type { Report, RunReport } from '../../../src/resume/index.ts'
import { failed, later, leftAlone, merge, pageOf, report, run, state, unread } from './reports.ts'

const unreachable = {
  because: 'unreachable',
  problem: 'api.prefect.cloud did not answer within 15 s',
  sentAt: null,
} as const
const noAccess = { because: 'no-access', problem: 'Prefect answered 403', sentAt: null } as const
const because = 'Run is already COMPLETED.'
const found = (type: string, more = {}) => leftAlone({ reason: 'not-failed' }, { was: state(type, more) })

/** The file of the comment, and the run that it is about. */
const single: [golden: string, run: RunReport][] = [
  ['scheduled', run()],
  ['scheduled-unseen', run({ now: failed })],
  ['late', run({ now: later('SCHEDULED', { name: 'Late' }) })],
  ['awaiting-concurrency-slot', run({ now: later('SCHEDULED', { name: 'AwaitingConcurrencySlot' }) })],
  ['pending', run({ now: later('PENDING') })],
  ['running', run({ now: later('RUNNING') })],
  ['paused-again', run({ now: later('PAUSED') })],
  ['completed', run({ now: later('COMPLETED') })],
  ['failed-again', run({ now: later('FAILED', { message: 'ZeroDivisionError: division by zero' }) })],
  ['crashed-again', run({ now: later('CRASHED', { message: 'Process exited with status -9' }) })],
  ['cancelling-again', run({ now: later('CANCELLING') })],
  ['cancelled-again', run({ now: later('CANCELLED') })],
  ['would-resume', run({ outcome: { kind: 'would-resume' }, now: failed })],
  ['left-scheduled', found('SCHEDULED', { name: 'AwaitingRetry' })],
  ['left-pending', found('PENDING')],
  ['left-running', found('RUNNING')],
  ['left-paused', found('PAUSED', { name: 'Suspended' })],
  ['left-completed', found('COMPLETED')],
  ['left-cancelling', found('CANCELLING')],
  ['left-cancelled', found('CANCELLED')],
  ['left-failed', found('FAILED')],
  ['left-crashed', found('CRASHED')],
  ['left-unknown-state', found('EXPLODED')],
  ['no-deployment', leftAlone({ reason: 'no-deployment' }, { deploymentName: null })],
  ['deployment-deleted', leftAlone({ reason: 'deployment-deleted' }, { deploymentName: null })],
  ['not-found', unread({ outcome: { kind: 'left-alone', why: { reason: 'not-found' } } })],
  ['foreign-workspace', unread({ outcome: { kind: 'left-alone', why: { reason: 'foreign-workspace' } } })],
  ['other-branch', leftAlone({ reason: 'other-branch', branch: 'release/1.4', defaultBranch: 'main' })],
  ['too-old', leftAlone({ reason: 'too-old', within: 259_200_000 })],
  ['deployment-not-allowed', leftAlone({ reason: 'deployment-not-allowed' })],
  [
    'not-matched',
    leftAlone({ reason: 'not-matched', mismatch: 'pr.merged is "true", and the trigger wants "True"' }),
  ],
  ['template-failed', leftAlone({ reason: 'template-failed', error: "'dict object' has no attribute 'x'" })],
  ['refused', leftAlone({ reason: 'refused', because })],
  ['refused-without-reason', leftAlone({ reason: 'refused', because: null })],
  ['trying-unreachable', unread({ outcome: { kind: 'trying', obstacle: unreachable } })],
  ['trying-no-access', unread({ outcome: { kind: 'trying', obstacle: noAccess } })],
  ['given-up-unreachable', unread({ outcome: { kind: 'given-up', obstacle: unreachable } })],
  ['given-up-no-access', unread({ outcome: { kind: 'given-up', obstacle: noAccess } })],
]

const numbered = (number: number, more: Partial<RunReport>) => {
  const id = `0b6c9a51-7f0e-4a8a-9d52-${String(number).padStart(12, '0')}`
  return { ...run({ name: `run-${number}`, ...more }), id, url: pageOf(id) }
}

const mixed = [
  numbered(1, { now: later('COMPLETED') }),
  numbered(2, { now: later('RUNNING') }),
  numbered(3, { now: later('FAILED', { message: 'Out of memory' }) }),
  numbered(4, found('RUNNING')),
  numbered(5, leftAlone({ reason: 'no-deployment' })),
  numbered(6, unread({ name: null, outcome: { kind: 'trying', obstacle: unreachable } })),
]

const hostile = {
  name: '| @acme/owners fixes #1 <!-- `` [x](https://evil.example) ![](https://evil.example/i.png)\n\n# big',
  flowName: '*bold* _it_ ~~no~~ GH-1 acme/etl#1 www.evil.example a@b.example :tada: \u202Eevil\u200B',
  was: state('FAILED', { name: '</td><script>alert(1)</script>', message: '> @everyone\n- [ ] &amp; \\| |' }),
}

const several: [golden: string, report: Report][] = [
  ['several', report(mixed)],
  ['several-public', report(mixed, { merge: merge('public') })],
  ['several-beyond-limit', report(mixed.slice(0, 2), { beyondLimit: 7 })],
  ['several-no-longer-followed', report(mixed.slice(0, 2), { following: false })],
  ['no-longer-followed', report([run({ now: later('RUNNING') })], { following: false })],
  ['hostile', report([run(hostile), leftAlone({ reason: 'refused', because: hostile.name }, hostile)])],
  ['hostile-single', report([run(hostile)])],
  [
    'failed-again-public',
    report([run({ now: later('FAILED', { message: 'secret' }) })], { merge: merge('public') }),
  ],
  [
    'failed-again-internal',
    report([run({ now: later('FAILED', { message: 'secret' }) })], { merge: merge('internal') }),
  ],
]

test.each([...single.map(([golden, only]) => [golden, report([only])] as const), ...several])(
  'the comment on %s is what its golden file shows',
  async (golden, shown) => {
    await expect(renderComment(shown)).toMatchFileSnapshot(`../../golden/${golden}.md`)
  },
)

test('the comment is found again by its first line, which holds ids only', () => {
  const [marker] = renderComment(report([run()])).split('\n')
  expect(marker).toBe(commentMarker(merge('private')))
  expect(marker).toBe('<!-- resume-on-merge merge:123#42@abc1234def5678abc1234def5678abc1234def56 -->')
})

test('another merge has another marker, and none can end it early', () => {
  const other = { ...merge('private'), commit: 'f00-->' }
  expect(commentMarker(other)).toBe('<!-- resume-on-merge merge:123#42@f00 -->')
})

test('only private repositories are shown messages, and nobody is shown an endless one', () => {
  const message = `${'long '.repeat(100)}end`
  const told = (visibility: 'public' | 'internal' | 'private') =>
    renderComment(report([run({ now: later('FAILED', { message }) })], { merge: merge(visibility) }))
  expect(told('private')).toContain(`Prefect says: \`${'long '.repeat(40).trim()}…\`.`)
  expect(told('internal')).not.toContain('long')
  expect(told('public')).not.toContain('long')
})

test('a comment is never longer than GitHub takes, however much there is to tell', () => {
  const long = '`|<!--'.repeat(500)
  const runs = Array.from({ length: 400 }, (_, index) =>
    leftAlone(
      { reason: 'refused', because: long },
      {
        id: String(index),
        name: `${index}${long}`,
        flowName: long,
        url: `https://prefect.example/${'()'.repeat(400)}`,
        was: state('FAILED', { name: long, message: long }),
      },
    ),
  )
  const comment = renderComment(report(runs))
  expect(comment.length).toBeLessThanOrEqual(60_000)
  expect(comment).toMatch(/^\d+ more flow runs do not fit into this comment\.$/m)
})
