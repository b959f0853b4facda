import { pino } from 'pino'
import { expect, test } from 'vitest'
import { PrefectForbiddenError } from '../../src/prefect/index.ts'
import { act } from '../../src/resume/act.ts'
import {
  defaultRepositorySettings,
  type RememberedRun,
  type ResumeServices,
  type RunReport,
  type SettingsReading,
  type Standing,
  type Work,
} from '../../src/resume/index.ts'
import { createOneAtATime } from '../../src/resume/one-at-a-time.ts'
import { aRequest } from '../fixtures/a-merge.ts'
import { aPrefectClient } from '../fixtures/a-prefect-client.ts'
import { aRunReport } from '../fixtures/a-report.ts'
import { aReportStore } from '../fixtures/a-report-store.ts'
import { aFlowRun } from '../fixtures/prefect-facts.ts'

const start = Date.parse('2026-11-21T10:00:05Z')

const work: Work = {
  ...aRequest(),
  runs: ['resumed', 'tried'].map((id, position) => ({
    id,
    url: `http://prefect.test/runs/flow-run/${id}`,
    account: null,
    workspace: null,
    why: null,
    position,
  })),
}

/** What an earlier try has stored: one run is resumed, the other could not be decided. */
const before: RunReport[] = [
  aRunReport({ id: 'resumed' }),
  aRunReport({
    id: 'tried',
    outcome: { kind: 'trying', obstacle: { because: 'unreachable', problem: 'down', sentAt: start - 5000 } },
    following: false,
  }),
]

/** One more try, with the settings as they are now; gives what is left to do and what was stored. */
async function actAgain(reading: SettingsReading, until = start + 1000) {
  const stored = { standing: null as Standing | null, runs: [] as readonly RememberedRun[] }
  const workspace = {
    name: 'default',
    client: aPrefectClient({
      readFlowRun: async (id) =>
        id === 'tried' ? Promise.reject(new PrefectForbiddenError('prefect.test', 'GET', null)) : aFlowRun(),
    }),
  }
  const services: ResumeServices = {
    rules: { states: new Set(['FAILED']), within: 86_400_000, deployments: null },
    dryRun: false,
    followFor: 86_400_000,
    workspaces: { of: () => workspace, byName: () => workspace },
    store: aReportStore({
      runsOf: async () => before,
      remember: async (_key, standing, runs) => void Object.assign(stored, { standing, runs }),
    }),
    whyNotServed: async () => null,
    readSettings: async () => reading,
    tell: () => {},
    now: () => start,
    wait: async () => {},
    log: pino({ level: 'silent' }),
  }
  const obstacles = await act(work, until, services, createOneAtATime(services))
  return { obstacles, ...stored, kinds: stored.runs.map(({ report }) => [report.id, report.outcome.kind]) }
}

test('a run that was decided is not stored again: the follower may know more of it by now', async () => {
  const { obstacles, kinds } = await actAgain({ kind: 'absent' })
  expect(obstacles).toHaveLength(1)
  expect(kinds).toEqual([['tried', 'trying']])
})

test('when the settings can no longer be read, a run that was resumed stays so, and what was sent is not forgotten', async () => {
  const { obstacles, kinds } = await actAgain({ kind: 'unreadable', problem: 'GitHub is down.' })
  expect(obstacles).toMatchObject([{ because: 'settings-unreadable', sentAt: start - 5000 }])
  expect(kinds).toEqual([['tried', 'trying']])
})

const file = { repository: 'acme/etl', path: 'a.yml', ref: null, url: 'https://github.test/a.yml' }
test.each<SettingsReading>([
  { kind: 'invalid', file, problems: [] },
  { kind: 'valid', file, settings: { ...defaultRepositorySettings, enabled: false } },
])('when the settings want nothing any more (%j), nothing is left to be tried', async (reading) => {
  const { obstacles, kinds, standing } = await actAgain(reading)
  expect(obstacles).toEqual([])
  expect(standing?.kind).not.toBe('acts')
  expect(kinds).toEqual([['tried', 'given-up']])
})
