import { describe, expect, test as plain, vi } from 'vitest'
import { startGitHub } from '../../src/demo/github/index.ts'
import type { Fault } from '../../src/demo/http/index.ts'
import { convertCode } from '../../src/setup/convert-code.ts'
import { readNewApp } from '../../src/setup/new-app.ts'
import { textOf } from './browser.ts'
import { test } from './set-up.ts'

vi.setConfig({ testTimeout: 60_000 })

const path = '/app-manifests/{code}/conversions'

describe.concurrent('an exchange that fails', () => {
  const passing: [string, Fault['answer'], string][] = [
    [
      'an error of GitHub',
      { status: 500, body: { message: 'Server Error' } },
      'GitHub answered 500: Server Error.',
    ],
    ['a page of a proxy', 'html', 'GitHub answered 502.'],
    ['a broken connection', 'reset', 'GitHub could not be reached'],
    [
      'a rate limit',
      { status: 403, body: { message: 'rate <b>limit</b>' } },
      'GitHub answered 403: rate <b>limit</b>.',
    ],
  ]
  test.for(passing)(
    'by %s is told, and may be tried again',
    async ([, answer, told], { github, open, walk, browser, dotEnv }) => {
      github.faults.add({ path, answer, times: 1 })
      const failed = await walk(await open())
      expect([failed.status, textOf(failed)]).toEqual([502, expect.stringContaining(told)])
      expect(failed.body).not.toContain('<b>limit')
      await expect(dotEnv.read()).rejects.toThrow('ENOENT')
      const [, retry = ''] = /href="([^"]+)">Try again/.exec(failed.body) ?? []
      const last = await browser.open(new URL(retry.replaceAll('&amp;', '&'), failed.url).href)
      expect(textOf(last)).toContain('GitHub has registered resume-on-merge')
    },
  )

  const lasting: [string, Fault['answer'], string][] = [
    ['a code that has expired', { status: 404, body: { message: 'Not Found' } }, 'does not know the code'],
    [
      'an answer that is no App',
      { status: 201, body: { id: 1 } },
      'answered something that is no GitHub App',
    ],
  ]
  test.for(lasting)('by %s begins anew', async ([, answer, told], { github, open, walk, browser }) => {
    github.faults.add({ path, answer, times: 1 })
    const opened = await open()
    const failed = await walk(opened)
    expect([failed.status, textOf(failed)]).toEqual([502, expect.stringContaining(told)])
    expect(textOf(failed)).toContain('Start over')
    const again = await browser.submit(await browser.submit(await browser.open(`${opened.origin}/probot`)))
    expect(textOf(await browser.submit(again))).toContain('GitHub has registered')
  })
})

plain('GitHub is not waited for without end', async () => {
  const github = await startGitHub()
  github.faults.add({ path, answer: 'hang' })
  expect(await convertCode(github.apiUrl, 'abc', 50)).toEqual({
    converted: false,
    mayComeLater: true,
    why: 'did not answer within 0.05 s',
  })
  await github.close()
})

plain.each([null, undefined, 'short', 'aaaaaaaaaaaaaaaaaaaa'])(
  'a webhook secret that keeps nobody out (%s) is replaced by one of ours, which GitHub is to be told',
  (secret) => {
    const { credentials, secretForGitHub } = readNewApp(
      {
        id: '7',
        name: 'x',
        slug: 'x',
        html_url: 'https://github.com/apps/x',
        owner: { login: 'me', type: 'User' },
        pem: 'PRIVATE KEY',
        webhook_secret: secret,
      },
      'https://github.com',
    )
    expect(credentials.WEBHOOK_SECRET).toMatch(/^[\da-f]{64}$/)
    expect(secretForGitHub).toBe(credentials.WEBHOOK_SECRET)
  },
)

test('the secret that GitHub is to be told is shown with where to set it', async ({
  github,
  open,
  walk,
  dotEnv,
}) => {
  const app = {
    id: 9,
    name: 'x',
    slug: 'x',
    html_url: `${github.origin}/apps/x`,
    owner: { login: 'me', type: 'User' },
    pem: github.privateKey,
    webhook_secret: null,
  }
  github.faults.add({ path, answer: { status: 201, body: app } })
  const last = await walk(await open(), { public_url: 'https://resume.example.com' })
  const [, secret] = /WEBHOOK_SECRET=(\w+)/.exec(await dotEnv.read()) ?? []
  expect(textOf(last)).toContain(`As its secret, set ${secret}`)
  expect(last.body).toContain(`href="${github.origin}/settings/apps/x"`)
})
