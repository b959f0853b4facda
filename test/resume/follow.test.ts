import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { FlowRun } from '../../src/prefect/index.ts'
import {
  createFollower,
  type FollowedRun,
  type FollowServices,
  type Workspace,
} from '../../src/resume/index.ts'
import { aPrefectClient } from '../fixtures/a-prefect-client.ts'
import { aFlowRun, aState } from '../fixtures/prefect-facts.ts'

const start = Date.parse('2026-11-21T10:00:00Z')
const second = 1000
const hour = 3600 * second

function aFollowed(id: string, overrides: Partial<FollowedRun> = {}): FollowedRun {
  const state = { type: 'SCHEDULED', name: 'Scheduled' }
  return { mergeKey: 'merge', workspace: 'main', id, state, changedAt: start, ...overrides }
}

function inState(id: string, type: string, name: string): FlowRun {
  return aFlowRun({ id, stateType: type, state: aState({ type, name }) })
}

/** A follower over these runs, with the states that Prefect tells, by workspace. */
function aFollower(followed: FollowedRun[], prefect: Record<string, () => FlowRun[]>) {
  const clock = { now: start }
  const asked: string[][] = []
  const signals: [string, unknown][] = []
  const workspace = (name: string): Workspace => ({
    name,
    client: aPrefectClient({
      async filterFlowRuns(ids) {
        asked.push([...ids])
        return prefect[name]?.() ?? []
      },
    }),
  })
  const services: FollowServices = {
    followFor: 24 * hour,
    workspaces: { of: () => null, byName: (name: string) => (name in prefect ? workspace(name) : null) },
    store: { remember: async () => {}, followed: async () => followed },
    now: () => clock.now,
    log: pino({ level: 'silent' }),
  }
  const look = createFollower(services, async (signal, data) => void signals.push([signal, data]))
  return { clock, asked, signals, look }
}

test('what changed is told to its merge, and nothing else', async () => {
  const { clock, signals, look } = aFollower([aFollowed('a'), aFollowed('b')], {
    main: () => [inState('a', 'RUNNING', 'Running'), inState('b', 'SCHEDULED', 'Scheduled')],
  })
  clock.now += 2 * second
  await look()
  expect(signals).toEqual([['news:merge', { states: { a: expect.objectContaining({ type: 'RUNNING' }) } }]])
})

test('the same state entered anew is no news', async () => {
  const { clock, signals, look } = aFollower([aFollowed('a')], {
    main: () => [
      aFlowRun({ id: 'a', state: aState({ type: 'SCHEDULED', name: 'Scheduled', timestamp: 'later' }) }),
    ],
  })
  clock.now += 2 * second
  await look()
  expect(signals).toEqual([])
})

test('news is told again as long as it is not stored: who did not wait missed it', async () => {
  const { clock, signals, look } = aFollower([aFollowed('a')], {
    main: () => [inState('a', 'RUNNING', 'Running')],
  })
  for (let times = 0; times < 2; times += 1) {
    clock.now += 2 * second
    await look()
  }
  expect(signals).toHaveLength(2)
})

test('a run is looked at often at first, and seldom later', async () => {
  const { clock, asked, look } = aFollower([aFollowed('a')], { main: () => [] })
  const looks: number[] = []
  for (; clock.now < start + 2 * hour; clock.now += second) {
    const before = asked.length
    await look()
    if (asked.length > before) looks.push((clock.now - start) / second)
  }
  expect(looks[0]).toBe(2)
  expect(looks.filter((at) => at <= 120).length).toBeGreaterThan(20)
  expect(looks.filter((at) => at > 3600)).toHaveLength(12)
})

test('a run that is no longer waited for is not looked at', async () => {
  const { clock, asked, look } = aFollower([aFollowed('a')], { main: () => [] })
  clock.now += 25 * hour
  await look()
  expect(asked).toEqual([])
})

test('a workspace that is down does not keep the others from being followed', async () => {
  const followed = [aFollowed('a', { workspace: 'down' }), aFollowed('b', { mergeKey: 'other' })]
  const { clock, signals, look } = aFollower(followed, {
    down: () => {
      throw new Error('down')
    },
    main: () => [inState('b', 'COMPLETED', 'Completed')],
  })
  clock.now += 2 * second
  await look()
  expect(signals.map(([signal]) => signal)).toEqual(['news:other'])
})
