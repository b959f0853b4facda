import { describe, expect, vi } from 'vitest'
import { hour, limit, listing, minute, test } from './world.ts'

const cutOff = { level: 40, msg: expect.stringContaining('cut off') }

describe('the listing', () => {
  test('goes through all pages, and large ids keep their digits', async ({ world }) => {
    const { github, pages, sweep, miss, pings, asked } = world
    const missed = await miss(300, 299)
    await pings(290, 81)
    missed.push(...(await miss(70)))
    await sweep()
    expect(pages).toHaveLength(3)
    expect(asked()).toEqual(missed)
    const [{ path } = { path: '' }] = github.calls.of('/attempts')
    expect(BigInt(path.split('/').at(-2) ?? 0)).toBeGreaterThan(2n ** 53n)
  })

  test('goes back three days at first, and then only to where the last one began', async ({ world }) => {
    const { clock, pages, sweep, pings } = world
    await pings(74 * 60, 74 * 60 - 200)
    await pings(250, 41)
    await sweep()
    expect(pages).toHaveLength(3)
    clock.now += hour
    await pings(100, 1)
    await sweep()
    expect(pages).toHaveLength(3 + 2)
  })

  test('that was cut off goes on when the limit is over: with what is new, then with what lay beyond', async ({
    world,
  }) => {
    const { github, clock, logged, onPage, pages, sweep, miss, pings, asked } = world
    const missed = await miss(1200)
    await pings(600, 351)
    onPage.act = (cursor) => {
      if (cursor !== null) github.faults.add({ path: listing, times: 1, answer: limit(429, 1800) })
      onPage.act = cursor === null ? onPage.act : () => {}
    }
    await sweep()
    expect(pages).toEqual([null, expect.any(String)])
    expect(logged).toMatchObject([cutOff])

    clock.now += 29 * minute
    missed.push(...(await miss(20)))
    await sweep()
    expect(pages).toHaveLength(2)

    clock.now += minute
    await sweep()
    const [, second] = pages
    expect(pages.slice(2)).toEqual([null, second, expect.any(String)])
    expect(asked()).toEqual(missed)
  })

  test('of which GitHub has lost the page begins anew', async ({ world }) => {
    const { github, inbox, clock, onPage, sweep, miss, pings, asked } = world
    const missed = await miss(300)
    await pings(200, 91)
    const unfinished = { newest: clock.now - 2 * hour, cursor: 'v1_9123456789012345000' }
    await inbox.missed.noteListed([], { listedTo: null, unfinished })
    onPage.act = (cursor) => {
      if (cursor !== unfinished.cursor) return
      github.faults.add({ path: listing, times: 1, answer: { status: 404, body: { message: 'Not Found' } } })
    }
    await sweep()
    expect(asked()).toEqual([])
    clock.now += 15 * minute
    await sweep()
    expect(asked()).toEqual(missed)
  })

  test('is tried again at once when GitHub is ill for a moment', async ({ world }) => {
    const { github, waited, sweep, miss, asked } = world
    const missed = await miss(60)
    github.faults.add({ path: listing, times: 1, answer: 'html' })
    github.faults.add({ path: listing, times: 1, answer: 'reset' })
    await sweep()
    expect(asked()).toEqual(missed)
    expect(waited.slice(0, 2)).toEqual([1000, 4000])
  })

  test('is cut off when GitHub does not answer in a form that we know', async ({ world }) => {
    const { github, logged, sweep } = world
    github.faults.add({ path: listing, answer: { status: 200, body: [{ id: 'x' }] } })
    await sweep()
    expect(logged).toMatchObject([cutOff])
  })

  test('ends at once when we leave, without a word', async ({ world }) => {
    const { github, logged, leaving, onPage, sweep } = world
    github.faults.add({ path: listing, answer: 'hang' })
    const asked = Promise.withResolvers<void>()
    onPage.act = () => asked.resolve()
    const ended = sweep()
    await asked.promise
    leaving.abort()
    await ended
    expect(logged).toEqual([])
  })

  test('is made by one program at a time', async ({ world }) => {
    const { otherInbox, pages, sweep } = world
    await otherInbox.hold('sweep', hour)
    await sweep()
    expect(pages).toEqual([])
    await otherInbox.letGo('sweep')
    await sweep()
    expect(pages).toEqual([null])
    expect(await otherInbox.hold('sweep', hour)).toBe(true)
  })

  test('is made every quarter of an hour, by whichever program', async ({ world }) => {
    const { inbox, clock, pages, sweep } = world
    await sweep()
    clock.now += 14 * minute
    await sweep()
    expect(pages).toHaveLength(1)
    clock.now += minute
    await sweep()
    expect(pages).toHaveLength(2)
    // As another one does.
    await inbox.missed.scheduleRound(clock.now + 20 * minute)
    clock.now += 15 * minute
    await sweep()
    expect(pages).toHaveLength(2)
  })

  test('ends when another program has taken over', async ({ world }) => {
    const { inbox, onPage, pages, sweep, pings } = world
    await pings(300, 51)
    const hold = vi.spyOn(inbox, 'hold')
    onPage.act = () => hold.mockResolvedValue(false)
    await sweep()
    expect(pages).toHaveLength(1)
    hold.mockRestore()
  })
})
