import { describe, expect, vi } from 'vitest'
import { startBrowser, textOf } from './browser.ts'
import { test } from './set-up.ts'

vi.setConfig({ testTimeout: 60_000 })

describe.concurrent('the set-up', () => {
  test('shows nothing without its token, and nothing of it to a second browser', async ({
    open,
    browser,
  }) => {
    const { address, origin } = await open()
    const strange = [
      `${origin}/probot`,
      `${origin}/probot?token=`,
      `${origin}/probot?token=${'A'.repeat(43)}`,
      `${origin}/probot/setup?code=abc&state=x`,
      `${origin}/probot/`,
      `${address.slice(0, -1)}`,
    ]
    for (const url of strange) {
      const { status, body } = await browser.open(url)
      expect([url, status]).toEqual([url, 403])
      expect(body).not.toMatch(/<|\.env/)
    }
    const inside = await browser.open(address)
    expect([inside.status, inside.url]).toEqual([200, `${origin}/probot`])
    expect((await browser.open(address)).status).toBe(200)
    expect((await startBrowser().open(address)).status).toBe(403)
    const guessed = { Cookie: `resume_on_merge_setup=${'A'.repeat(43)}` }
    expect((await startBrowser().open(`${origin}/probot`, guessed)).status).toBe(403)
  })

  test('is not served under a foreign name, whatever comes with it', async ({ open, browser }) => {
    const { address, origin } = await open()
    const { port } = new URL(origin)
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      'localhost.evil.example',
      '127.0.0.1.evil.example',
    ]) {
      expect((await browser.open(address, { Host: host })).status).toBe(403)
    }
    expect((await browser.open(address, { Host: `localhost:${port}` })).status).toBe(200)
    expect((await browser.open(`${origin}/probot`, { Host: 'evil.example' })).status).toBe(403)
  })

  test('listens for everybody where HOST says so, with the token', async ({ open, browser }) => {
    const { address } = await open({ environment: { HOST: '0.0.0.0' } })
    expect(address).toMatch(/^http:\/\/localhost:/)
    const near = address.replace('localhost', '127.0.0.1')
    expect((await browser.open(near, { Host: 'evil.example' })).status).toBe(403)
    expect((await browser.open(near.replace(/token=.*/, ''), { Host: '192.168.1.7:3000' })).status).toBe(403)
    expect((await browser.open(near, { Host: '192.168.1.7:3000' })).status).toBe(200)
  })

  test.for([
    ['another site', 'https://evil.example'],
    ['no page at all', 'null'],
    ['nowhere', ''],
    ['another port', 'http://127.0.0.1:1'],
  ] as const)('takes no form from %s', async ([, origin], { open, browser }) => {
    const { address } = await open()
    const page = await browser.open(address)
    expect((await browser.submit(page, {}, { Origin: origin })).status).toBe(403)
  })

  test('takes no form that is too large', async ({ open, browser }) => {
    const { address } = await open()
    const page = await browser.open(address)
    expect((await browser.submit(page, { organization: 'a'.repeat(20_000) })).status).toBe(413)
  })

  test('takes only what GitHub answers to a form of its own, and that once', async ({
    github,
    open,
    browser,
  }) => {
    const { address, origin } = await open()
    const heal = github.faults.add({ path: '/app-manifests/{code}/conversions', answer: { status: 404 } })
    const review = await browser.submit(await browser.open(address))
    const state = /state=([\w-]+)/.exec(review.body)?.[1]
    const back = `${origin}/probot/setup`
    const wrong = [
      '?code=abc',
      '?code=abc&state=',
      `?code=abc&state=${'A'.repeat(43)}`,
      `?state=${state}`,
      `?code=&state=${state}`,
      `?code=../../app&state=${state}`,
      `?code=a%2Fb&state=${state}`,
    ]
    for (const query of wrong)
      expect([query, (await browser.open(back + query)).status]).toEqual([query, 403])
    expect((await startBrowser().open(`${back}?code=abc&state=${state}`)).status).toBe(403)
    expect(github.calls.of('conversions')).toEqual([])
    expect((await browser.open(`${back}?code=abc&state=${state}`)).status).toBe(502)
    heal()
    expect((await browser.open(`${back}?code=abc&state=${state}`)).status).toBe(403)
    expect(github.calls.of('conversions')).toHaveLength(1)
  })

  test('is kept by no cache, framed by nobody, and loads nothing', async ({ github, open, browser }) => {
    const { address } = await open()
    const first = await browser.open(address)
    const review = await browser.submit(first)
    for (const { headers } of [first, review]) {
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-\S+'; .*base-uri 'none'; frame-ancestors 'none'$/,
      )
    }
    expect(first.headers['content-security-policy']).toContain("form-action 'self';")
    expect(review.headers['content-security-policy']).toContain(`form-action 'self' ${github.origin};`)
    expect(textOf(first)).not.toContain(new URL(address).searchParams.get('token'))
  })
})
