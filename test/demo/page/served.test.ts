import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenSite } from '../../../src/demo/index.ts'
import { openFastSite, pageOf } from './visitor.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openFastSite()
})

afterAll(() => site.close())

const pages = ['/', '/acme/etl/pull/1', '/acme/etl/pull/4', '/missing']

test('the site listens on this machine only', () => {
  expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
})

test.each([...pages, '/style.css', '/live.js', '/icon.svg'])('%s names no address outside', async (path) => {
  const text = (await pageOf(site, path)).replaceAll('http://www.w3.org/2000/svg', '')
  const outside = text
    .match(/(?:https?:)?\/\/[\w[][^\s"'<)]*/g)
    ?.filter((url) => !url.startsWith('http://127.0.0.1:'))
  expect(outside ?? []).toEqual([])
  expect(text).not.toMatch(/@import|url\(/)
})

test.each(pages)('%s runs no script and has no style of its own', async (path) => {
  const html = await pageOf(site, path)
  expect(html).not.toMatch(
    /<style|\sstyle=|<script(?! src="\/live\.js" type="module"><\/script>)|<[^>]+\son\w+=/i,
  )
})

test.each([...pages, '/style.css', '/acme/etl/pull/1/events'])(
  '%s is held to a strict policy',
  async (path) => {
    const leaving = new AbortController()
    const { headers } = await fetch(new URL(path, site.url), { signal: leaving.signal })
    leaving.abort()
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  },
)

test('an open stream does not keep the site from closing', async () => {
  const other = await openFastSite()
  const { body } = await fetch(new URL('/acme/etl/pull/1/events', other.url))
  await other.close()
  await expect(new Response(body).text()).rejects.toThrow()
  await expect(fetch(other.url)).rejects.toThrow()
})
