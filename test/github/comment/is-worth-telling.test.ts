import { expect, test } from 'vitest'
import { isWorthTelling } from '../../../src/github/comment/index.ts'
import type { Report, RunReport, Standing } from '../../../src/resume/index.ts'
import { later, leftAlone, merge, outlook, report, run, state, unread } from './reports.ts'

const obstacle = { because: 'unreachable', problem: 'no answer', sentAt: null } as const
const onFailure: Standing = { kind: 'acts', comment: 'on-failure' }
const never: Standing = { kind: 'acts', comment: 'never' }
const wrong: Standing = {
  kind: 'settings-wrong',
  file: {
    repository: 'acme/etl',
    path: '.github/resume-on-merge.yml',
    ref: null,
    url: 'https://github.com/acme/etl',
  },
  problems: [],
}
const bot = { ...merge('private'), byBot: true }
const warned = outlook({ warnings: [{ about: 'work-pool-paused', name: 'kubernetes' }] })
const foreign = unread({ kind: 'left-alone', why: { reason: 'foreign-workspace' } })
const mentioned = unread({ kind: 'left-alone', why: { reason: 'only-mentioned' } })
const parent = { id: 'p', name: 'nightly', url: 'https://prefect.example/runs/flow-run/p' }

test.each<[what: string, report: Report, tells: boolean]>([
  ['a resumed run', report([run()]), true],
  ['a run that was left alone', report([mentioned]), true],
  ['no run', report([]), false],
  [
    'a merge that is skipped',
    report([run()], { standing: { kind: 'skipped', because: 'label', detail: 'x' } }),
    false,
  ],
  ['wrong settings', report([], { standing: wrong }), true],
  ['a repository that wants no comment', report([run({ now: later('FAILED') })], { standing: never }), false],
  ['only foreign runs', report([foreign, foreign]), true],
  ['only foreign runs under a text of a bot', report([foreign, foreign], { merge: bot }), false],
  ['a run of ours under a text of a bot', report([foreign, run()], { merge: bot }), true],
])('whether a comment is made on %s', (_, shown, tells) => {
  expect(isWorthTelling(shown)).toBe(tells)
})

test.each<[what: string, run: RunReport]>([
  ['failed again', run({ now: later('FAILED') })],
  ['crashed', run({ now: later('CRASHED') })],
  ['was cancelled', run({ now: later('CANCELLED') })],
  ['is picked up by nobody', run({ now: later('SCHEDULED', { name: 'Late' }), stuck: true })],
  ['will be picked up by nobody', run({ outlook: warned })],
  ['waits for somebody', run({ now: later('PAUSED') })],
  ['may run twice', run({ outcome: { kind: 'resumed', race: state('RUNNING') } })],
  ['could not be resumed yet', unread({ kind: 'trying', obstacle })],
  ['was given up', unread({ kind: 'given-up', obstacle })],
  ['has no deployment', leftAlone({ reason: 'no-deployment' })],
  ['lost its deployment', leftAlone({ reason: 'deployment-deleted' })],
  ['was not found', unread({ kind: 'left-alone', why: { reason: 'not-found' } })],
  ['is of a foreign workspace', foreign],
  ['is part of a run that is not named', leftAlone({ reason: 'subflow', parent, named: false })],
  ['came too late', leftAlone({ reason: 'too-old', within: 1000 })],
  ['met a template that failed', leftAlone({ reason: 'template-failed', error: 'x' })],
  ['did not fit the trigger', leftAlone({ reason: 'not-matched', mismatch: 'x' })],
  ['was refused', leftAlone({ reason: 'refused', because: null })],
])('who only wants to hear of failures hears of a run that %s', (_, one) => {
  expect(isWorthTelling(report([run(), one], { standing: onFailure }))).toBe(true)
})

test.each<[what: string, run: RunReport]>([
  ['is scheduled', run()],
  ['runs', run({ now: later('RUNNING') })],
  ['runs in spite of what was in its way', run({ now: later('RUNNING'), outlook: warned })],
  ['completed', run({ now: later('COMPLETED') })],
  ['would be resumed', run({ outcome: { kind: 'would-resume' } })],
  ['is only mentioned', mentioned],
  ['had not failed', leftAlone({ reason: 'not-failed' }, { was: state('COMPLETED') })],
  [
    'was resumed by somebody else',
    leftAlone({ reason: 'resumed-since', by: null, at: '2026-11-21T09:40:00Z' }),
  ],
  ['ended in a state that is not resumed', leftAlone({ reason: 'state-not-allowed', by: 'operator' })],
  [
    'is of a deployment that is not resumed',
    leftAlone({ reason: 'deployment-not-allowed', by: 'repository' }),
  ],
  ['was mended on another branch', leftAlone({ reason: 'other-branch', branch: 'x', defaultBranch: 'main' })],
  ['is part of a run that is named', leftAlone({ reason: 'subflow', parent, named: true })],
])('who only wants to hear of failures is not told of a run that %s', (_, one) => {
  expect(isWorthTelling(report([one], { standing: onFailure }))).toBe(false)
})
