import { describe, expect } from 'vitest'
import { arrives, asking, hour, limit, minute, test } from './world.ts'

describe('what is asked for', () => {
  test('are merges that failed: not those that we have, that are young, or of another kind', async ({
    world,
  }) => {
    const { github, inbox, clock, logged, sweep, miss, asked } = world
    const [missed, stored = ''] = await miss(60, 50)
    await arrives(inbox, stored)
    github.addPullRequest({ number: 90, title: 'Opened only', body: '' })
    const deliveredAt = new Date(clock.now - hour).toISOString()
    await github.deliver(github.opened(90), { deliveredAt })
    await miss(0)
    await sweep()
    expect(asked()).toEqual([missed])
    expect(logged).toMatchObject([
      { level: 30, msg: 'missed delivery asked for again', delivery: missed, times_asked: 1 },
      { level: 30, msg: 'sweep', listed: 4, missed: 2, asked: 1, given_up: 0 },
    ])
  })

  test('is what was young, a minute after it failed', async ({ world }) => {
    const { clock, sweep, miss, asked } = world
    const missed = await miss(0)
    await sweep()
    expect(asked()).toEqual([])
    clock.now += 61_000
    await sweep()
    expect(asked()).toEqual(missed)
  })

  test('is nothing, and nothing is logged, when nothing was missed', async ({ world }) => {
    const { logged, sweep, pings } = world
    await pings(20, 10)
    await sweep()
    expect(logged).toEqual([])
  })

  test('comes one after the other, the oldest first, a second apart', async ({ world }) => {
    const { waited, sweep, miss, asked } = world
    const missed = await miss(30, 20, 10)
    await sweep()
    expect(asked()).toEqual(missed)
    expect(waited).toEqual([1000, 1000, 1000])
  })

  test('fails again: it is asked for after growing pauses, ten times; then it is told once', async ({
    world,
  }) => {
    const { clock, logged, sweep, miss, asked } = world
    const [missed] = await miss(60)
    const begin = clock.now
    for (const [index, minutes] of [0, 15, 45, 105, 225, 465, 945, 1665, 2385, 3105].entries()) {
      clock.now = begin + (minutes - 1) * minute
      if (minutes > 0) await sweep()
      expect(asked()).toHaveLength(index)
      clock.now += minute
      await sweep()
      expect(asked()).toHaveLength(index + 1)
    }
    for (const hours of [12, 13, 20]) {
      clock.now = begin + 3105 * minute + hours * hour
      await sweep()
    }
    expect(asked()).toHaveLength(10)
    expect(logged.filter(({ level }) => level === 40)).toMatchObject([
      { msg: expect.stringContaining('given up'), delivery: missed, times_asked: 10 },
    ])
    expect(logged.at(-1)).toMatchObject({ msg: 'sweep', missed: 0, asked: 0, given_up: 1 })
  })

  test('has not arrived yet: what has is never asked for again', async ({ world }) => {
    const { inbox, clock, sweep, miss, asked } = world
    const [missed = ''] = await miss(60)
    await sweep()
    await arrives(inbox, missed)
    clock.now += 5 * hour
    await sweep()
    expect(asked()).toEqual([missed])
    expect((await inbox.missed.known([missed])).get(missed)?.outcome).toBe('stored')
  })
})

describe('asking', () => {
  test('ends with a limit of GitHub, which does not count, and goes on when that is over', async ({
    world,
  }) => {
    const { github, clock, logged, sweep, miss, asked } = world
    const missed = await miss(60, 50)
    github.faults.add({ path: asking, times: 1, answer: limit(403, 3600) })
    await sweep()
    expect(asked()).toEqual(missed.slice(0, 1))
    expect(logged).toMatchObject([
      { level: 40, next: new Date(clock.now + hour).toISOString() },
      { level: 30, msg: 'sweep', asked: 0 },
    ])
    clock.now += 59 * minute
    await sweep()
    expect(asked()).toHaveLength(1)
    clock.now += minute
    await sweep()
    expect(asked().slice(1)).toEqual(missed)
    expect(logged).toContainEqual(expect.objectContaining({ delivery: missed[0], times_asked: 1 }))
  })

  test('ends where GitHub stays ill; what it may have taken has its pause', async ({ world }) => {
    const { github, clock, sweep, miss, asked } = world
    const [first, second] = await miss(60, 50)
    github.faults.add({ path: asking, times: 3, answer: 'reset' })
    await sweep()
    expect(asked()).toEqual([first, first, first])
    clock.now += 15 * minute
    await sweep()
    expect(asked().slice(3)).toEqual([second, first])
  })

  test('does not end with one that GitHub cannot redeliver', async ({ world }) => {
    const { github, logged, sweep, miss, asked } = world
    const missed = await miss(60, 50)
    github.faults.add({
      path: asking,
      times: 1,
      answer: { status: 404, body: { message: 'Not Found' } },
    })
    await sweep()
    expect(asked()).toEqual(missed)
    expect(logged[0]).toMatchObject({ level: 40, delivery: missed[0] })
  })
})
