import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenSite } from '../../../src/demo/index.ts'
import { openFastSite, pageOf, press, submit, tokenOf } from './visitor.ts'

let site: OpenSite
let token: string

const path = '/acme/etl/pull/1'

beforeAll(async () => {
  site = await openFastSite()
  token = await tokenOf(site, path)
})

afterAll(() => site.close())

test.each([
  { what: 'of another site', headers: { origin: 'https://example.org' } },
  { what: 'of another port of this machine', headers: { origin: 'http://127.0.0.1:1' } },
  { what: 'of a page without an origin', headers: { origin: 'null' } },
  { what: 'that does not say where it is from', headers: { origin: null } },
])('a form $what is refused, and does nothing', async ({ headers }) => {
  const { status } = await submit(site, `${path}/merge`, { token }, headers)
  expect(status).toBe(403)
  expect(await pageOf(site, path)).toContain('>Open<')
})

test.each([{}, { token: '' }, { token: 'a'.repeat(32) }])(
  'a form without our token is refused: %o',
  async (fields) => {
    const { status, text } = await submit(site, `${path}/merge`, fields)
    expect(status).toBe(403)
    expect(text).toContain('Reload its page')
    expect(await pageOf(site, path)).toContain('>Open<')
  },
)

test('a form larger than any of ours is refused', async () => {
  const { status } = await submit(site, `${path}/merge`, { token, more: 'a'.repeat(10_000) })
  expect(status).toBe(413)
  expect(await pageOf(site, path)).toContain('>Open<')
})

test.each(['example.org', '127.0.0.1', 'localhost:1'])(
  'a page that is asked for at %o is refused',
  async (host) => {
    const status = await new Promise((resolve, reject) => {
      const asked = request(site.url, { headers: { host }, agent: false }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      asked.once('error', reject)
      asked.end()
    })
    expect(status).toBe(421)
  },
)

test('a form is also refused at another host, whatever it says of its origin', async () => {
  const other = { host: 'rebound.example', origin: 'http://rebound.example' }
  expect((await submit(site, `${path}/merge`, { token }, other)).status).toBe(421)
})

test('a reader who calls this machine localhost may merge too', async () => {
  const { port } = new URL(site.url)
  const own = { host: `localhost:${port}`, origin: `http://localhost:${port}` }
  expect((await submit(site, '/acme/etl/pull/7/merge', { token }, own)).status).toBe(303)
})

test('reading a page never merges', async () => {
  const response = await fetch(new URL(`${path}/merge`, site.url))
  expect(response.status).toBe(404)
  expect(await pageOf(site, path)).toContain('>Open<')
})

test('a pull request that was closed cannot be merged afterwards', async () => {
  await press(site, '/acme/etl/pull/2', 'close')
  await press(site, '/acme/etl/pull/2', 'merge')
  expect(await pageOf(site, '/acme/etl/pull/2')).toContain('>Closed<')
})

test.each(['/acme/etl/pull/999', '/acme/etl/pull/1/other', '/runs/flow-run/none', '/assets/style.css'])(
  'there is nothing at %s',
  async (address) => {
    expect((await fetch(new URL(address, site.url))).status).toBe(404)
    expect((await submit(site, address, { token })).status).toBe(404)
  },
)
