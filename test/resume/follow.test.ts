import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { FlowRun, PrefectClient } from '../../src/prefect/index.ts'
import {
  createFollower,
  type FollowedRun,
  type FollowServices,
  type ReportStore,
  type RunReport,
  type SeenRun,
} from '../../src/resume/index.ts'
import { aPrefectClient } from '../fixtures/a-prefect-client.ts'
import { aRunReport } from '../fixtures/a-report.ts'
import { aReportStore } from '../fixtures/a-report-store.ts'
import { aFlowRun, aState } from '../fixtures/prefect-facts.ts'

const start = Date.parse('2026-11-21T10:00:00Z')

function aFollowed(id: string, overrides: Partial<FollowedRun> = {}): FollowedRun {
  return {
    key: `key of ${id}`,
    mergeKey: 'merge',
    workspace: 'main',
    id,
    state: { type: 'SCHEDULED', name: 'Scheduled' },
    changedAt: start,
    until: start + 3_600_000,
    stuck: false,
    ...overrides,
  }
}

const inStateOf = (id: string): FlowRun => inState(id, 'SCHEDULED')

function inState(id: string, type: string): FlowRun {
  return aFlowRun({ id, stateType: type, state: aState({ type, name: type }) })
}

/** A follower over runs that are due, with a Prefect for each workspace; and what it does. */
function aFollower(
  due: FollowedRun[],
  prefect: Record<string, Partial<PrefectClient>>,
  store: Partial<ReportStore> = {},
) {
  const did = {
    postponed: [] as string[],
    advanced: [] as SeenRun[],
    finished: [] as string[],
    told: 0,
  }
  const reports = new Map<string, RunReport>(due.map(({ key, id }) => [key, aRunReport({ id })]))
  const services: FollowServices = {
    workspaces: {
      of: () => null,
      byName(name) {
        const client = prefect[name]
        return client === undefined ? null : { name, client: aPrefectClient(client) }
      },
    },
    store: aReportStore({
      due: async () => due,
      lookAgain: async (keys) => void did.postponed.push(...keys),
      followedReports: async () => reports,
      advance: async (seen) => void did.advanced.push(...seen),
      async finish(key) {
        did.finished.push(key)
        return null
      },
      ...store,
    }),
    tell: () => {
      did.told += 1
    },
    now: () => start + 1000,
    log: pino({ level: 'silent' }),
  }
  return { did, look: createFollower(services) }
}

test('what changed is stored and told; what did not is looked at again', async () => {
  const { did, look } = aFollower([aFollowed('a'), aFollowed('b')], {
    main: {
      filterFlowRuns: async () => [
        inState('a', 'RUNNING'),
        aFlowRun({ id: 'b', state: aState({ type: 'SCHEDULED', name: 'Scheduled' }) }),
      ],
    },
  })
  await look()
  expect(did.advanced).toMatchObject([
    {
      key: 'key of a',
      mergeKey: 'merge',
      report: { now: { type: 'RUNNING' }, following: true },
      changedAt: start + 1000,
    },
  ])
  expect(did.postponed).toEqual(['key of b'])
  expect(did.told).toBe(1)
})

test('when nothing changed, nothing is told', async () => {
  const { did, look } = aFollower([aFollowed('a')], {
    main: { filterFlowRuns: async () => [], readFlowRun: async (id) => inStateOf(id) },
  })
  await look()
  expect(did).toMatchObject({ advanced: [], finished: [], told: 0, postponed: ['key of a'] })
})

test('a run that two merges name is asked for once, and both are told', async () => {
  const asked: string[][] = []
  const { did, look } = aFollower([aFollowed('a'), aFollowed('a', { key: 'other', mergeKey: 'other' })], {
    main: {
      async filterFlowRuns(ids) {
        asked.push([...ids])
        return [inState('a', 'RUNNING')]
      },
    },
  })
  await look()
  expect(asked).toEqual([['a']])
  expect(did.finished).toEqual(['merge', 'other'])
})

test('of a run that has ended all states are read, and its merge may be finished', async () => {
  const read: string[] = []
  const { did, look } = aFollower([aFollowed('a'), aFollowed('b')], {
    main: {
      filterFlowRuns: async () => [inState('a', 'COMPLETED'), inState('b', 'RUNNING')],
      async readFlowRunStates(id) {
        read.push(id)
        return []
      },
    },
  })
  await look()
  expect(read).toEqual(['a'])
  expect(did.advanced.map(({ report }) => report.following)).toEqual([false, true])
  expect(did.finished).toEqual(['merge'])
})

test('a run that was deleted is told as such, and one that only could not be read is not', async () => {
  const { did, look } = aFollower([aFollowed('a'), aFollowed('b', { mergeKey: 'other' })], {
    main: {
      filterFlowRuns: async () => [],
      readFlowRun: async (id) => (id === 'a' ? null : inStateOf(id)),
    },
  })
  await look()
  expect(did.advanced).toMatchObject([{ key: 'key of a', report: { deleted: true, following: false } }])
  expect(did.finished).toEqual(['merge'])
  expect(did.postponed).toEqual(['key of b'])
})

test('a workspace that is down does not keep the others from being followed', async () => {
  const { did, look } = aFollower(
    [aFollowed('a', { workspace: 'down' }), aFollowed('b', { mergeKey: 'other' })],
    {
      down: { filterFlowRuns: () => Promise.reject(new Error('down')) },
      main: { filterFlowRuns: async () => [inState('b', 'COMPLETED')] },
    },
  )
  await look()
  expect(did.advanced.map(({ mergeKey }) => mergeKey)).toEqual(['other'])
  expect(did.postponed).toEqual(['key of a'])
})

test('a run of a workspace that is no longer served is given up when its time is over', async () => {
  const gone = aFollowed('a', { workspace: 'gone', until: start })
  const { did, look } = aFollower([gone], {})
  await look()
  expect(did.advanced).toMatchObject([{ report: { following: false } }])
})

test('who has not the right to follow does not look', async () => {
  const { did, look } = aFollower([aFollowed('a')], { main: {} }, { hold: async () => false })
  await look()
  expect(did).toMatchObject({ postponed: [], advanced: [] })
})
