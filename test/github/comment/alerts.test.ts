import { expect, test } from 'vitest'
import {
  type Alert,
  alertMarker,
  alertsOf,
  commentMarker,
  renderAlert,
} from '../../../src/github/comment/index.ts'
import type { Report, RunReport } from '../../../src/resume/index.ts'
import { later, leftAlone, merge, numbered, outlook, report, run, state, unread } from './reports.ts'

const unreachable = {
  because: 'unreachable',
  problem: 'Prefect did not answer within 15 s.',
  sentAt: null,
} as const
const race = state('RUNNING', { since: '2026-11-21T10:02:00.900Z' })
const failedAgain = run({ now: later('FAILED', { message: 'hidden' }) })
const crashed = run({ now: later('CRASHED') })
const cancelled = run({ now: later('CANCELLED') })
const stuck = run({ now: later('SCHEDULED', { name: 'Late' }), stuck: true })
const paused = run({ now: later('PAUSED') })
const givenUp = unread({ kind: 'given-up', obstacle: unreachable })
const raced = run({ outcome: { kind: 'resumed', race }, attempt: 2 })

const keysOf = (runs: readonly RunReport[], more: Partial<Report> = {}) =>
  alertsOf(report(runs, more)).map(({ key }) => key)

test.each<[what: string, run: RunReport, key: string]>([
  ['failed again', failedAgain, 'failed-1'],
  ['crashed', crashed, 'failed-1'],
  ['was cancelled', cancelled, 'failed-1'],
  ['failed again in the third attempt', { ...failedAgain, attempt: 3 }, 'failed-3'],
  ['is picked up by nobody', stuck, 'stuck-1'],
  ['waits for somebody', paused, 'needs-person-1'],
  ['is suspended', run({ now: later('PAUSED', { name: 'Suspended' }) }), 'needs-person-1'],
  ['was given up', givenUp, 'needs-person-1'],
  ['may run twice after a later attempt', raced, 'needs-person-2'],
])('people are told at once of a run that %s', (_, one, key) => {
  expect(keysOf([one])).toEqual([key])
})

test.each<[what: string, run: RunReport]>([
  ['is scheduled', run()],
  ['is late, but not for long', run({ now: later('SCHEDULED', { name: 'Late' }) })],
  [
    'is not picked up as was said from the start',
    run({ outlook: outlook({ warnings: [{ about: 'not-served' }] }) }),
  ],
  ['runs', run({ now: later('RUNNING') })],
  ['is retried by Prefect', run({ now: later('SCHEDULED', { name: 'AwaitingRetry' }) })],
  ['completed', run({ now: later('COMPLETED') })],
  ['may run twice, as the new comment says', run({ outcome: { kind: 'resumed', race } })],
  ['was left alone', leftAlone({ reason: 'refused', because: null })],
  ['was found failed, and left so', leftAlone({ reason: 'state-not-allowed', by: 'repository' })],
  ['is being tried', unread({ kind: 'trying', obstacle: unreachable })],
  ['would be resumed', run({ outcome: { kind: 'would-resume' } })],
])('nobody is disturbed for a run that %s', (_, one) => {
  expect(keysOf([one])).toEqual([])
})

test('runs in the same trouble share an alert, and others have their own', () => {
  const runs = [
    numbered(1, failedAgain),
    numbered(2, stuck),
    numbered(3, crashed),
    numbered(4, { ...crashed, attempt: 2 }),
  ]
  const told = alertsOf(report(runs)).map(({ kind, attempt, runs: about }) => [
    kind,
    attempt,
    about.map(({ name }) => name),
  ])
  expect(told).toEqual([
    ['failed', 1, ['run-1', 'run-3']],
    ['stuck', 1, ['run-2']],
    ['failed', 2, ['run-4']],
  ])
})

test('who wants no comment is not alerted either', () => {
  expect(keysOf([failedAgain], { standing: { kind: 'acts', comment: 'never' } })).toEqual([])
  expect(keysOf([failedAgain], { standing: { kind: 'acts', comment: 'on-failure' } })).toEqual(['failed-1'])
})

test('a later attempt that is skipped does not silence what an earlier one resumed', () => {
  const standing = { kind: 'skipped', because: 'disabled', detail: 'enabled: false' } as const
  expect(keysOf([failedAgain], { standing })).toEqual(['failed-1'])
})

const rendered: [golden: string, report: Report][] = [
  ['alert-failed', report([failedAgain])],
  ['alert-crashed', report([crashed])],
  ['alert-stuck', report([stuck])],
  ['alert-paused', report([paused])],
  ['alert-given-up', report([givenUp])],
  ['alert-race', report([raced])],
  ['alert-several-failed', report([numbered(1, failedAgain), numbered(2, crashed), numbered(3, cancelled)])],
]

test.each(rendered)('the short comment %s is what its golden file shows', async (golden, shown) => {
  const [alert] = alertsOf(shown)
  expect(alert).toBeDefined()
  await expect(alert && renderAlert(alert, shown)).toMatchFileSnapshot(`../../golden/${golden}.md`)
})

test('an alert tells nothing that only the team should read', () => {
  const hidden = report([failedAgain])
  expect(
    alertsOf(hidden)
      .map((alert) => renderAlert(alert, hidden))
      .join(''),
  ).not.toContain('hidden')
})

test('the short comment is found by its first line, and is never taken for the comment', () => {
  const of = (key: string) => alertMarker(merge('private'), key)
  expect(of('failed-1')).toBe(
    '<!-- resume-on-merge alert:123#42@abc1234def5678abc1234def5678abc1234def56 failed-1 -->',
  )
  expect(of('--> x')).toBe(
    '<!-- resume-on-merge alert:123#42@abc1234def5678abc1234def5678abc1234def56 -x -->',
  )
  expect(of('failed-1').startsWith(commentMarker(merge('private')))).toBe(false)
  const shown = report([failedAgain])
  const bodies = alertsOf(shown).map((alert) => renderAlert(alert, shown))
  expect(bodies.map((body) => body.split('\n')[0])).toEqual([of('failed-1')])
})

test('an alert on hundreds of runs with endless names is no longer than GitHub takes', () => {
  const runs = Array.from({ length: 400 }, (_, index) => ({
    ...numbered(index, failedAgain),
    name: '`|<!--'.repeat(200),
  }))
  const alert: Alert = { kind: 'failed', attempt: 1, runs, key: 'failed-1' }
  const body = renderAlert(alert, report(runs))
  expect(body.length).toBeLessThanOrEqual(60_000)
  expect(body).toContain('- and 380 more')
})
