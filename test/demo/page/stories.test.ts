import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenSite } from '../../../src/demo/index.ts'
import { openFastSite, pageOf, press, regionsOf } from './visitor.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openFastSite()
})

afterAll(() => site.close())

/** The address of the pull request that is about a run. */
async function find(run: string): Promise<string> {
  const list = await pageOf(site, '/')
  const item = list.split('<li').find((part) => part.includes(run))
  return /href="(\/acme\/etl\/pull\/\d+)"/.exec(item ?? '')?.[1] ?? ''
}

/** What each part of a page holds now. */
async function partsOf(path: string): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  for await (const { id, html } of regionsOf(site, path)) {
    parts.set(id, html)
    if (id === 'edits') break
  }
  return parts
}

interface Told {
  /** What each part of the page holds at last. */
  last: ReadonlyMap<string, string>
  /** What was said of what is going on, in order. */
  now: string[]
  /** The conversation after each change. */
  comments: string[]
}

/** Presses a button of the pull request that is about a run, and reads its page to the end of the story. */
async function play(run: string, action: 'merge' | 'close'): Promise<Told> {
  const path = await find(run)
  expect((await press(site, path, action)).status).toBe(303)
  const now: string[] = []
  const comments: string[] = []
  for await (const { id, html } of regionsOf(site, path)) {
    if (id === 'now') now.push(html)
    if (id === 'comments') comments.push(html)
    if (/^Done:|does nothing|could not be told/.test(now.at(-1) ?? '')) break
  }
  const last = await partsOf(path)
  return { last, now, comments: [...comments, last.get('comments') ?? ''] }
}

/** GitHub wants seconds between two comments, and a story has several. */
const toItsEnd = { timeout: 60_000 }

// First, and alone: with others beside it some states would be passed over.
test(
  'a merged fix is told from Scheduled to Completed, without loading the page again',
  toItsEnd,
  async () => {
    const { last, now, comments } = await play('lyrical-pudu', 'merge')
    const states = comments.flatMap(
      (html) => /<td>[^<]*(Scheduled|Running|Completed), 20/.exec(html)?.[1] ?? [],
    )
    // A short run has ended by the first edit.
    expect([states[0], states.at(-1)]).toEqual(['Scheduled', 'Completed'])
    expect(now.at(-1)).toBe('Done: lyrical-pudu ran again, and completed.')
    expect(last.get('badge')).toContain('Merged')
    expect(last.get('run')).toMatch(/Failed.*Scheduled.*Resumed by merge.*Pending.*Running.*Completed/s)
    expect(last.get('delivery')).toContain('200 OK')
    expect(last.get('event')).toContain('"pr.merged": "True"')
    expect(last.get('decision-brief')).toBe('resumed')
    expect(last.get('edits-brief')).toMatch(/^\d edits?$/)
  },
)

describe.concurrent('the story of a pull request', toItsEnd, () => {
  test('what the bot writes is shown as GitHub shows it: its small print small, its marker not at all', async () => {
    const { last } = await play('homemade-crane', 'merge')
    expect(last.get('comments')).toMatch(/<h3>.*cannot be resumed.*<\/h3>/s)
    expect(last.get('comments')).toContain('<sub>')
    expect(last.get('comments')).toContain('<table>')
    expect(last.get('comments')).not.toContain('merge:')
    expect(last.get('edits')).toContain('&#x3C;!-- resume-on-merge merge:')
    expect(last.get('decision-brief')).toBe('left-alone: no-deployment')
  })

  test('a pull request that is closed unmerged leaves its run alone, and nobody comments', async () => {
    const { last } = await play('drowsy-heron', 'close')
    expect(last.get('badge')).toContain('Closed')
    expect(last.get('comments')).toBe('')
    expect(last.get('event')).toContain('"pr.merged": "False"')
    expect(last.get('decision-brief')).toBe('not-matched')
    expect(last.get('run')).not.toContain('Scheduled')
  })

  test('a run that is running is left alone, and the comment says so', async () => {
    const { last } = await play('brisk-marmot', 'merge')
    expect(last.get('now')).toBe('Done: brisk-marmot is running already.')
    expect(last.get('decision-brief')).toBe('left-alone: not-failed')
  })

  test('a title that forges an event stays a title', async () => {
    const { last } = await play('coveted-otter', 'close')
    expect(last.get('event')).toContain('"pr.merged": "False"')
    expect(last.get('event')).toContain('"pr.title": "\\",\\"pr.merged\\":\\"True')
    expect(last.get('event')).toContain('"prefect.resource.id": "github.pr.')
    expect(last.get('run')).not.toContain('Scheduled')
  })

  test('a run in an HTML comment is not resumed, and the page shows that comment only as it was written', async () => {
    const { last } = await play('covert-vole', 'merge')
    expect(last.get('badge')).toContain('Merged')
    expect(last.get('comments')).toBe('')
    expect(last.get('run')).not.toContain('Scheduled')
    const page = await pageOf(site, await find('covert-vole'))
    expect(page).not.toContain('<!-- ')
    expect(page).toContain('&#x3C;!-- Fixes: ')
  })

  test('a run that fails again is told as failed again', async () => {
    const { last } = await play('stubborn-mule', 'merge')
    expect(last.get('now')).toBe('Done: stubborn-mule ran again, and failed again.')
    expect(last.get('comments')).toContain('row 57')
  })
})

test('starting over opens the same pull request anew, under another number and with another run', async () => {
  const before = await find('drowsy-heron')
  const { status, location = '' } = await press(site, before, 'start-over')
  expect(status).toBe(303)
  expect(location).not.toBe(before)
  expect(await find('drowsy-heron')).toBe(location)
  const [old, anew] = await Promise.all([pageOf(site, before), pageOf(site, location)])
  expect(anew).toContain('>Open<')
  const idOf = (page: string) => /flow-run\/([0-9a-f-]{36})/.exec(page)?.[1]
  expect(idOf(anew)).not.toBe(idOf(old))
})

test('the page of a flow run leads to its pull request and back', async () => {
  const path = await find('lyrical-pudu')
  const [, run = ''] = /href="(\/runs\/flow-run\/[0-9a-f-]{36})"/.exec(await pageOf(site, path)) ?? []
  const page = await pageOf(site, run)
  expect(page).toContain('lyrical-pudu')
  expect(page).toContain(`href="${path}"`)
})
