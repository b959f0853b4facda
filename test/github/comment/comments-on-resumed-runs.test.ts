import { expect, test } from 'vitest'
import { renderComment } from '../../../src/github/comment/index.ts'
import type { RunReport } from '../../../src/resume/index.ts'
import { failed, later, merge, outlook, report, run, state, taken } from './reports.ts'

/** How a run stands that a worker took up. */
const ended = (type: string, more = {}): Partial<RunReport> => {
  const now = later(type, more)
  return { now, history: [...taken, now] }
}
/** How a run stands that a worker is about to start. */
const starting = (name: string): Partial<RunReport> => {
  const now = later('PENDING', { name })
  return { now, history: [...taken.slice(0, 2), now] }
}
const late = later('SCHEDULED', { name: 'Late' })
const boom = { message: 'ZeroDivisionError: division by zero' }
const race = state('RUNNING', { since: '2026-11-21T10:02:00.900Z' })

/** The file of the comment, and the run that it is about. */
const cases: [golden: string, run: RunReport][] = [
  ['scheduled', run()],
  ['scheduled-unseen', run({ now: null, history: [] })],
  ['late', run({ now: late })],
  ['late-stuck', run({ now: late, stuck: true })],
  ['awaiting-concurrency-slot', run({ now: later('SCHEDULED', { name: 'AwaitingConcurrencySlot' }) })],
  ['awaiting-retry', run(ended('SCHEDULED', { name: 'AwaitingRetry' }))],
  ['resuming', run(ended('SCHEDULED', { name: 'Resuming' }))],
  ['pending', run({ now: later('PENDING') })],
  ['submitting', run(starting('Submitting'))],
  ['infrastructure-pending', run(starting('InfrastructurePending'))],
  ['running', run({ now: later('RUNNING') })],
  ['running-third-start', run({ now: later('RUNNING'), runCount: 3 })],
  ['retrying', run(ended('RUNNING', { name: 'Retrying' }))],
  ['paused-again', run(ended('PAUSED'))],
  ['suspended-again', run(ended('PAUSED', { name: 'Suspended' }))],
  ['completed', run(ended('COMPLETED'))],
  ['completed-after-retries', run({ ...ended('COMPLETED'), runCount: 4 })],
  ['failed-again', run(ended('FAILED', boom))],
  ['timed-out', run(ended('FAILED', { name: 'TimedOut' }))],
  ['crashed-again', run(ended('CRASHED', { message: 'Process exited with status -9' }))],
  ['cancelling-again', run(ended('CANCELLING'))],
  ['cancelled-again', run(ended('CANCELLED'))],
  ['deleted', run({ following: false, deleted: true })],
  ['no-longer-followed', run({ now: later('RUNNING'), following: false })],
  ['race', run({ outcome: { kind: 'resumed', race }, was: race })],
  ['race-completed', run({ outcome: { kind: 'resumed', race }, was: race, ...ended('COMPLETED') })],
  ['second-attempt', run({ attempt: 2 })],
  ['eleventh-attempt-failed', run({ attempt: 11, runCount: 12, ...ended('FAILED', boom) })],
  ['would-resume', run({ outcome: { kind: 'would-resume' }, now: failed, history: [], following: false })],
  [
    'would-resume-warned',
    run({
      outcome: { kind: 'would-resume' },
      now: failed,
      history: [],
      following: false,
      outlook: outlook({ warnings: [{ about: 'no-worker', name: 'kubernetes' }] }),
    }),
  ],
]

test.each(cases)('the comment on %s is what its golden file shows', async (golden, only) => {
  await expect(renderComment(report([only]))).toMatchFileSnapshot(`../../golden/${golden}.md`)
})

test.each(['public', 'internal'] as const)(
  'the comment on a run that failed again in a repository that is %s is what its golden file shows',
  async (visibility) => {
    const shown = report([run(ended('FAILED', boom))], { merge: merge(visibility) })
    await expect(renderComment(shown)).toMatchFileSnapshot(`../../golden/failed-again-${visibility}.md`)
  },
)

test('only private repositories are shown what others said, and nobody is shown an endless text', () => {
  const message = `${'long '.repeat(100)}end`
  const told = (visibility: 'public' | 'internal' | 'private') =>
    renderComment(report([run(ended('FAILED', { message }))], { merge: merge(visibility) }))
  expect(told('private')).toContain(`Prefect says: \`${'long '.repeat(60).trim()}…\`.`)
  expect(told('internal')).not.toContain('long')
  expect(told('public')).not.toContain('long')
})

test('the history begins with what the merge found, and tells how long the run worked', () => {
  const comment = renderComment(report([run(ended('COMPLETED'))]))
  expect(comment).toContain('| 2026-11-21 09:14:33 | ❌ Failed |')
  expect(comment).toContain('| 2026-11-21 10:02:19 | ▶️ Running, for 3 min 11 s |')
  expect(comment).not.toContain('Resumed by merge')
})
