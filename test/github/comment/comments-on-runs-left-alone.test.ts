import { expect, test } from 'vitest'
import { renderComment } from '../../../src/github/comment/index.ts'
import type { LeftAlone, Obstacle, RunReport } from '../../../src/resume/index.ts'
import { leftAlone, merge, pageOf, report, state, unread } from './reports.ts'

const obstacle = (because: Obstacle['because'], problem: string): Obstacle => ({
  because,
  problem,
  sentAt: null,
})
const unreachable = obstacle('unreachable', 'Prefect at api.prefect.cloud did not answer within 15 s.')
const noAccess = obstacle('no-access', 'Prefect at api.prefect.cloud refused our credentials.')
const noSettings = obstacle('settings-unreadable', 'GitHub answered 502.')

const found = (type: string, name?: string) =>
  leftAlone({ reason: 'not-failed' }, { was: state(type, name === undefined ? {} : { name }) })
const ended = (type: string, by: 'operator' | 'repository') =>
  leftAlone({ reason: 'state-not-allowed', by }, { was: state(type) })
const since = (by: string | null, was = state('RUNNING', { since: '2026-11-21T09:41:02Z' })) =>
  leftAlone({ reason: 'resumed-since', by, at: '2026-11-21T09:40:00Z' }, { was })
const parent = { id: 'p', name: 'nightly-import', url: pageOf('1111aaaa-3f5e-4c39-9c0a-4a8f3d7b2e10') }
const unknown = (reason: 'not-found' | 'foreign-workspace') => unread({ kind: 'left-alone', why: { reason } })

/** The file of the comment, and the run that it is about. */
const cases: [golden: string, run: RunReport][] = [
  ['left-scheduled', found('SCHEDULED')],
  ['left-late', found('SCHEDULED', 'Late')],
  ['left-awaiting-retry', found('SCHEDULED', 'AwaitingRetry')],
  ['left-awaiting-concurrency-slot', found('SCHEDULED', 'AwaitingConcurrencySlot')],
  ['left-resuming', found('SCHEDULED', 'Resuming')],
  ['left-pending', found('PENDING')],
  ['left-running', found('RUNNING')],
  ['left-retrying', found('RUNNING', 'Retrying')],
  ['left-paused', found('PAUSED')],
  ['left-suspended', found('PAUSED', 'Suspended')],
  ['left-completed', found('COMPLETED')],
  ['left-cancelling', found('CANCELLING')],
  ['left-unknown-state', found('EXPLODED')],
  ['left-without-state', leftAlone({ reason: 'not-failed' }, { was: null })],
  ['left-cancelled', ended('CANCELLED', 'operator')],
  ['left-cancelled-by-repository', ended('CANCELLED', 'repository')],
  ['left-failed', ended('FAILED', 'operator')],
  ['left-failed-by-repository', ended('FAILED', 'repository')],
  ['left-crashed', ended('CRASHED', 'operator')],
  ['resumed-since', since('Retry from the UI')],
  ['resumed-since-completed', since(null, state('COMPLETED', { since: '2026-11-21T09:44:00Z' }))],
  [
    'resumed-since-by-merge',
    since('Resumed by merge of acme/etl#41 (def5678) https://github.com/acme/etl/pull/41'),
  ],
  [
    'resumed-since-by-this-merge',
    since('Resumed by merge of acme/etl#42 (abc1234) https://github.com/acme/etl/pull/42'),
  ],
  ['no-deployment', leftAlone({ reason: 'no-deployment' }, { deployment: null })],
  ['deployment-deleted', leftAlone({ reason: 'deployment-deleted' }, { deployment: null })],
  ['subflow', leftAlone({ reason: 'subflow', parent, named: false }, { deployment: null })],
  ['subflow-parent-named', leftAlone({ reason: 'subflow', parent, named: true }, { deployment: null })],
  [
    'subflow-parent-unknown',
    leftAlone({ reason: 'subflow', parent: null, named: false }, { deployment: null }),
  ],
  ['not-found', unknown('not-found')],
  ['foreign-workspace', unknown('foreign-workspace')],
  ['only-mentioned', unread({ kind: 'left-alone', why: { reason: 'only-mentioned' } })],
  ['other-branch', leftAlone({ reason: 'other-branch', branch: 'release/1.4', defaultBranch: 'main' })],
  ['too-old', leftAlone({ reason: 'too-old', within: 259_200_000 })],
  ['deployment-not-allowed', leftAlone({ reason: 'deployment-not-allowed', by: 'operator' })],
  ['deployment-not-allowed-by-repository', leftAlone({ reason: 'deployment-not-allowed', by: 'repository' })],
  [
    'not-matched',
    leftAlone({ reason: 'not-matched', mismatch: 'pr.merged is "true", and the trigger wants "True"' }),
  ],
  ['template-failed', leftAlone({ reason: 'template-failed', error: "'dict object' has no attribute 'x'" })],
  ['refused', leftAlone({ reason: 'refused', because: 'Run is already COMPLETED.' })],
  ['refused-without-reason', leftAlone({ reason: 'refused', because: null })],
  ['trying-unreachable', unread({ kind: 'trying', obstacle: unreachable })],
  ['trying-no-access', unread({ kind: 'trying', obstacle: noAccess })],
  ['trying-settings-unreadable', unread({ kind: 'trying', obstacle: noSettings })],
  ['given-up-unreachable', unread({ kind: 'given-up', obstacle: unreachable })],
  ['given-up-no-access', unread({ kind: 'given-up', obstacle: noAccess })],
  ['given-up-settings-unreadable', unread({ kind: 'given-up', obstacle: noSettings })],
]

test.each(cases)('the comment on %s is what its golden file shows', async (golden, only) => {
  await expect(renderComment(report([only]))).toMatchFileSnapshot(`../../golden/${golden}.md`)
})

test.each<[what: string, run: RunReport]>([
  ['a message of whoever resumed it', since('hidden')],
  ['a repository that another merge was in', since('Resumed by merge of acme/hidden#7 (def5678) x')],
  ['a reason of Prefect', leftAlone({ reason: 'refused', because: 'hidden' })],
  ['an error of the template', leftAlone({ reason: 'template-failed', error: 'hidden' })],
  ['what kept us from Prefect', unread({ kind: 'trying', obstacle: obstacle('unreachable', 'hidden') })],
])('%s is shown in private repositories only', (_, one) => {
  expect(renderComment(report([one]))).toContain('hidden')
  expect(renderComment(report([one], { merge: merge('internal') }))).not.toContain('hidden')
  expect(renderComment(report([one], { merge: merge('public') }))).not.toContain('hidden')
})

test('the command that resumes once more is shown where it can help, and only there', () => {
  const offered = (why: LeftAlone) =>
    renderComment(report([leftAlone(why)])).includes('resume-on-merge resume acme/etl#42`')
  expect(offered({ reason: 'too-old', within: 1000 })).toBe(true)
  expect(offered({ reason: 'refused', because: null })).toBe(true)
  expect(offered({ reason: 'deployment-not-allowed', by: 'repository' })).toBe(true)
  for (const reason of [
    'not-failed',
    'no-deployment',
    'deployment-deleted',
    'not-found',
    'foreign-workspace',
    'only-mentioned',
  ] as const) {
    expect(offered({ reason })).toBe(false)
  }
  const given = unread({ kind: 'given-up', obstacle: unreachable })
  expect(renderComment(report([given]))).toContain('`resume-on-merge resume acme/etl#42`')
})
