import { expect, test } from 'vitest'
import { chooseRuns } from '../../../src/cli/resume/choose-runs.ts'
import type { MergeRecord, NamedRun } from '../../../src/inbox/index.ts'
import { aReportedState, aRunReport } from '../../fixtures/a-report.ts'

const ended = (type: string) => ({
  now: aReportedState({ type, name: type, since: '2026-11-21T10:05:00Z' }),
  following: false,
})

function aRun(id: string, report: Parameters<typeof aRunReport>[0] | null, acts = true): NamedRun {
  const attempts =
    report === null
      ? []
      : [{ ...aRunReport(report), servedBy: 'main', open: false, changedAt: '', lookAt: '', followUntil: '' }]
  return { id, url: '', account: null, workspace: null, acts, why: null, event: null, attempts }
}

const leftAlone = {
  outcome: { kind: 'left-alone', why: { reason: 'no-deployment' } },
  following: false,
} as const
const merge = {
  runs: [
    aRun('running', { now: aReportedState({ type: 'RUNNING' }) }),
    aRun('completed', ended('COMPLETED')),
    aRun('failed', ended('FAILED')),
    aRun('left-alone', leftAlone),
    aRun('no-longer-followed', { following: false }),
    aRun('never-looked-at', null),
    aRun('mentioned', null, false),
  ],
} as Pick<MergeRecord, 'runs'>

test('what failed, was left alone or is not known is asked for; what runs or completed is not', () => {
  const { ask, underWay } = chooseRuns(merge, [])
  expect(ask).toEqual(['failed', 'left-alone', 'no-longer-followed', 'never-looked-at'])
  expect(underWay.map(({ id }) => id)).toEqual(['running'])
})

test('who names runs means them, also those that completed or were only mentioned, but never one that runs', () => {
  const { ask, underWay } = chooseRuns(merge, ['completed', 'mentioned', 'running'])
  expect(ask).toEqual(['completed', 'mentioned'])
  expect(underWay.map(({ id }) => id)).toEqual(['running'])
})
