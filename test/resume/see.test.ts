import { describe, expect, test } from 'vitest'
import type { FollowedRun } from '../../src/resume/index.ts'
import { sightOf, withSight } from '../../src/resume/see.ts'
import { aReportedState, aRunReport } from '../fixtures/a-report.ts'
import { aFlowRun, aState } from '../fixtures/prefect-facts.ts'

const minute = 60_000
const start = Date.parse('2026-11-21T10:00:00Z')

const followed = (overrides: Partial<FollowedRun> = {}): FollowedRun => ({
  key: 'k',
  mergeKey: 'm',
  workspace: 'default',
  id: 'a',
  state: { type: 'SCHEDULED', name: 'Scheduled' },
  changedAt: start,
  until: start + 60 * minute,
  stuck: false,
  ...overrides,
})
const late = { type: 'SCHEDULED', name: 'Late' }

test.each([
  ['the same state', followed(), aReportedState(), start + minute, 'same'],
  ['the same state entered anew', followed(), aReportedState({ since: 'later' }), start + minute, 'same'],
  [
    'another state',
    followed(),
    aReportedState({ type: 'RUNNING', name: 'Running' }),
    start + minute,
    'moved',
  ],
  ['another name of the same type', followed(), aReportedState(late), start + minute, 'moved'],
  ['a run that Prefect does not know any more', followed(), null, start + minute, 'same'],
  ['a run whose time is over', followed(), aReportedState(), start + 60 * minute, 'over'],
  ['a run that is gone, and whose time is over', followed(), null, start + 60 * minute, 'over'],
  [
    'a late run, for nine minutes',
    followed({ state: late }),
    aReportedState(late),
    start + 9 * minute,
    'same',
  ],
  [
    'a late run, for ten minutes',
    followed({ state: late }),
    aReportedState(late),
    start + 10 * minute,
    'stuck',
  ],
  [
    'a late run of which it was told',
    followed({ state: late, stuck: true }),
    aReportedState(late),
    start + 20 * minute,
    'same',
  ],
] as const)('%s is told as what it is', (_name, run, state, now, sight) => {
  expect(sightOf(run, state, now)).toBe(sight)
})

describe('the report goes on', () => {
  const set = aState({ type: 'SCHEDULED', name: 'Scheduled', timestamp: '2026-11-21T10:00:01Z' })
  const running = aState({ type: 'RUNNING', name: 'Running', timestamp: '2026-11-21T10:00:03Z' })
  const ended = aState({ type: 'FAILED', name: 'Failed', timestamp: '2026-11-21T10:00:09Z' })
  const inState = (state: typeof set) => aFlowRun({ state, stateType: state.type, runCount: 2 })

  test('with each state that is seen', () => {
    expect(withSight(aRunReport(), 'moved', inState(running), [])).toMatchObject({
      now: { type: 'RUNNING' },
      history: [{ type: 'SCHEDULED' }, { type: 'RUNNING' }],
      runCount: 2,
      following: true,
    })
  })

  test('with what no look saw, once the run has ended', () => {
    const failed = aState({ timestamp: '2026-11-21T09:00:00Z' })
    const all = [failed, set, running, ended]
    expect(withSight(aRunReport(), 'moved', inState(ended), all)).toMatchObject({
      now: { type: 'FAILED' },
      history: [{ type: 'SCHEDULED' }, { type: 'RUNNING' }, { type: 'FAILED' }],
      following: false,
    })
  })

  test('without an endless history', () => {
    const many = Array.from({ length: 200 }, (_, index) => aReportedState({ since: String(index) }))
    const report = withSight(aRunReport({ history: many }), 'moved', inState(running), [])
    expect(report.history).toHaveLength(50)
    expect(report.history[0]).toEqual(many[0])
    expect(report.history.at(-1)).toMatchObject({ type: 'RUNNING' })
  })

  test('with a warning while nobody picks it up, which is over when somebody does', () => {
    const stuck = withSight(aRunReport(), 'stuck', null, [])
    expect(stuck).toMatchObject({ stuck: true, following: true })
    expect(withSight(stuck, 'moved', inState(running), [])).toMatchObject({ stuck: false })
  })

  test('to its deletion, and no further', () => {
    expect(withSight(aRunReport(), 'deleted', null, [])).toMatchObject({ following: false, deleted: true })
  })

  test('no longer, when the time is over', () => {
    expect(withSight(aRunReport(), 'over', null, [])).toMatchObject({
      following: false,
      now: { type: 'SCHEDULED' },
    })
  })
})
