import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, vi } from 'vitest'
import { startPrefect } from '../../src/demo/prefect/index.ts'
import { formOf, textOf } from './browser.ts'
import { test } from './set-up.ts'

vi.setConfig({ testTimeout: 60_000 })

describe.concurrent('without credentials, the start', () => {
  test('registers an App in the browser, and goes on as that App', async ({
    github,
    open,
    walk,
    folder,
    dotEnv,
  }) => {
    const prefect = await startPrefect({ worker: { auto: true } })
    await dotEnv.write(`# mine\nPREFECT_API_URL=${prefect.apiUrl}\nAPP_ID=\nLOG_LEVEL=info # loud\n`)
    const opened = await open()
    const last = await walk(opened, { public_url: 'https://resume.example.com/' })

    expect(textOf(last)).toContain('Nothing to start: the server is starting now')
    expect(last.body).toContain(`href="${github.origin}/apps/resume-on-merge/installations/new"`)
    const written = await dotEnv.read()
    expect(written).toMatch(
      /^# mine\nPREFECT_API_URL=\S+\nAPP_ID=7001\nLOG_LEVEL=info # loud\nPRIVATE_KEY="-----BEGIN.+\nWEBHOOK_SECRET=\w+\n$/,
    )
    expect((await stat(join(folder, '.env'))).mode & 0o777).toBe(0o600)
    expect(github.hookUrl).toBe('https://resume.example.com/api/github/webhooks')

    const url = await opened.program.line((line) => /"url":"(http:[^"]+)".*"listening"/.exec(line)?.[1])
    const pages = ['/probot', '/probot/setup', '/readyz'].map(
      async (path) => (await fetch(url + path)).status,
    )
    expect(await Promise.all(pages)).toEqual([404, 404, 200])

    github.hookUrl = `${url}/api/github/webhooks`
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = github.addPullRequest({ repository: 'acme/etl', title: 'Fix', body: run.url })
    await github.deliver(github.merge({ repository: 'acme/etl', number }))
    await prefect.until(() => prefect.calls.of('set_state').length === 1)

    const output = opened.program.output()
    expect(output.split(new URL(opened.address).search)).toHaveLength(2)
    for (const secret of [github.webhookSecret, 'PRIVATE KEY']) expect(output).not.toContain(secret)
    expect(await opened.program.stop()).toEqual({ code: 0, signal: null })
    await prefect.close()
  })

  test('says what is missing where Prefect is not named, and ends', async ({ open, walk, dotEnv }) => {
    const opened = await open()
    const last = await walk(opened)
    expect(textOf(last)).toMatch(/Set PREFECT_API_URL .* Start the server: npm start/)
    expect(await opened.program.exit).toEqual({ code: 0, signal: null })
    expect(opened.program.output('stderr')).toMatch(
      /7001\) is registered.*\n.*\nSet PREFECT_API_URL.*\nThen start/,
    )
    expect(await dotEnv.read()).toMatch(/^APP_ID=7001\nPRIVATE_KEY=".+"\nWEBHOOK_SECRET=\w+\n$/)
  })

  test('leaves with 0 when it is asked to, with nothing written', async ({ open, dotEnv }) => {
    const { program } = await open()
    expect(await program.stop('SIGINT')).toEqual({ code: 0, signal: null })
    await expect(dotEnv.read()).rejects.toThrow('ENOENT')
  })

  test('refuses deliveries and is not ready, but lives', async ({ open }) => {
    const { origin } = await open()
    const ask = async (path: string, method = 'GET') => (await fetch(origin + path, { method })).status
    expect(await ask('/api/github/webhooks', 'POST')).toBe(503)
    expect(await ask('/readyz')).toBe(503)
    expect(await ask('/healthz')).toBe(200)
    expect(await ask('/ping')).toBe(200)
  })

  test('shows the lines, once, where .env cannot be written', async ({ github, open, walk }) => {
    const opened = await open({ folder: '/proc' }) // where nobody can write, not even root
    const last = await walk(opened)
    expect(textOf(last)).toMatch(/They could not be written to \/proc\/\.env: it cannot be written \(\w+\)/)
    expect(textOf(last)).toContain(`APP_ID=7001 PRIVATE_KEY="-----BEGIN RSA PRIVATE KEY-----\\n`)
    expect(textOf(last)).toContain(`WEBHOOK_SECRET=${github.webhookSecret}`)
    expect(last.headers['cache-control']).toBe('no-store')
    expect(await opened.program.exit).toEqual({ code: 0, signal: null })
    expect(opened.program.output()).not.toContain(github.webhookSecret)
    expect(opened.program.output()).not.toContain('PRIVATE KEY-')
  })
})

describe.concurrent('GitHub is asked', () => {
  test('under the organization, for a webhook below the public address', async ({
    github,
    open,
    browser,
  }) => {
    const { address, origin } = await open()
    const answers = { public_url: 'https://x.example.com/base/', organization: 'acme' }
    const { action, values } = formOf(await browser.submit(await browser.open(address), answers))
    expect(action).toMatch(`${github.origin}/organizations/acme/settings/apps/new?state=`)
    expect(JSON.parse(values.get('manifest') ?? '')).toEqual({
      name: 'resume-on-merge',
      description: expect.any(String),
      url: expect.stringMatching(/^https:/),
      public: false,
      default_events: ['pull_request'],
      default_permissions: {
        pull_requests: 'write',
        issues: 'write',
        single_file: 'read',
        checks: 'write',
        metadata: 'read',
      },
      single_file_name: '.github/resume-on-merge.yml',
      hook_attributes: { url: 'https://x.example.com/base/api/github/webhooks', active: true },
      redirect_url: `${origin}/probot/setup`,
    })
  })

  test('without a public address, for a webhook that is switched off; that is explained', async ({
    github,
    open,
    walk,
  }) => {
    const last = await walk(await open())
    expect(textOf(last)).toMatch(
      /When GitHub can reach this server, open the App’s settings, set the webhook’s URL/,
    )
    expect(last.body).toContain(`href="${github.origin}/organizations/acme/settings/apps/resume-on-merge"`)
    expect(github.hookUrl).toBeNull()
  })

  test.for([
    [{ public_url: 'resume.example.com' }, 'This is no web address'],
    [{ public_url: 'ftp://resume.example.com' }, 'This is no web address'],
    [{ public_url: 'https://me:pw@resume.example.com' }, 'no user, query or fragment'],
    [{ organization: 'acme/etl' }, 'no name of an organization'],
    [{ organization: '"><script>alert(1)</script>' }, 'no name of an organization'],
  ] as const)('not with %o, which is told and kept', async ([answers, told], { open, browser }) => {
    const { address } = await open()
    const page = await browser.submit(await browser.open(address), answers)
    expect(page.status).toBe(422)
    expect(textOf(page)).toContain(told)
    for (const [name, value] of Object.entries(answers)) expect(formOf(page).values.get(name)).toBe(value)
    expect(page.body).not.toContain('<script')
  })
})

describe.concurrent('with credentials', () => {
  const old = 'APP_ID=12\nPRIVATE_KEY=old\nWEBHOOK_SECRET=also-old # from May\n'

  test('setup replaces them only when that is ticked', async ({ open, browser, dotEnv }) => {
    await dotEnv.write(`${old}PORT=0\n`)
    const { address, program } = await open({ command: ['setup'], environment: { NODE_ENV: 'production' } })
    const first = await browser.open(address)
    expect(textOf(first)).toContain('already has APP_ID, PRIVATE_KEY, WEBHOOK_SECRET')
    const refused = await browser.submit(first)
    expect([refused.status, textOf(refused)]).toEqual([422, expect.stringContaining('Tick the box to go on')])
    const review = await browser.submit(refused, { replace: 'yes' })
    await browser.submit(await browser.submit(review))
    expect(await program.exit).toEqual({ code: 0, signal: null })
    expect(await dotEnv.read()).toMatch(/^APP_ID=7001\nPRIVATE_KEY=".+"\nWEBHOOK_SECRET=\w+\nPORT=0\n$/)
  })

  test('that came meanwhile, nothing is replaced: the lines are shown', async ({ open, browser, dotEnv }) => {
    const { address, program } = await open()
    const atGitHub = await browser.submit(await browser.submit(await browser.open(address)))
    await dotEnv.write(old)
    const last = await browser.submit(atGitHub)
    expect(textOf(last)).toContain('APP_ID, PRIVATE_KEY, WEBHOOK_SECRET were set in it meanwhile')
    await program.exit
    expect(await dotEnv.read()).toBe(old)
  })

  test('of the environment, which wins over .env, that is told', async ({ open, walk }) => {
    const opened = await open({ environment: { APP_ID: '', PREFECT_API_URL: 'http://127.0.0.1:1/api' } })
    const last = await walk(opened)
    expect(textOf(last)).toMatch(/Take APP_ID out of the environment/)
    expect(await opened.program.exit).toEqual({ code: 0, signal: null })
  })

  test('--url is filled in, and told where it cannot be meant', async ({ open, browser }) => {
    const { address } = await open({ command: ['setup', '--url', 'https://resume.example.com'] })
    const page = await browser.open(address, { Host: 'resume.example.com' })
    expect(formOf(page).values.get('public_url')).toBe('https://resume.example.com')
    const failure = await open({ command: ['setup', '--url', 'nonsense'] }).catch(String)
    expect(failure).toContain('--url nonsense: This is no web address')
  })
})
