import { describe, expect, vi } from 'vitest'
import { spawnApp } from './spawn-app.ts'
import { repository, test } from './world.ts'

// Back-offs take real seconds, more of them on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const setState = '/flow_runs/{id}/set_state'
const completed = (text: string): boolean => text.includes('ran again, and completed')

describe.concurrent('when an answer is lost', () => {
  const lost = [
    'reset',
    'html',
    { status: 500, body: { exception_message: 'Internal Server Error' } },
  ] as const

  test.for(lost)(
    'after Prefect set the state (%j), it is not set again',
    async (answer, { prefect, merge, comment, setStates }) => {
      prefect.faults.add({ path: setState, when: 'after-acting', times: 1, answer })
      const run = prefect.addFlowRun({ state: 'FAILED' })
      const { number } = await merge({ title: 'Fix', body: run.url })
      await comment(number, completed)
      expect(setStates()).toHaveLength(1)
      expect(prefect.executions(run.id)).toBe(1)
    },
  )

  test('before Prefect did anything, it is tried again, after reading', async ({
    prefect,
    merge,
    comment,
  }) => {
    const answer = { status: 503, body: { exception_message: 'Service Unavailable' } }
    prefect.faults.add({ path: setState, times: 1, answer })
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await comment(number, completed)
    const calls = prefect.calls.map(({ method, path }) => `${method} ${path}`)
    const [first, second] = calls.flatMap((call, index) => (call.endsWith('/set_state') ? [index] : []))
    expect(calls.slice(first, second)).toContain('GET /flow_run_states/')
    expect(prefect.executions(run.id)).toBe(1)
  })

  test('of GitHub after it stored the comment, no second comment is written', async ({
    github,
    prefect,
    merge,
  }) => {
    github.faults.add({
      method: 'POST',
      path: /\/comments$/,
      when: 'after-acting',
      times: 1,
      answer: { status: 502, body: { message: 'Server Error' } },
    })
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    // It is looked for half a minute later.
    await github.until(() => github.comments(repository, number).some(({ body }) => completed(body)), {
      what: `the comment on #${number}`,
      within: 50_000,
    })
    expect(github.calls.of(/^POST .*\/comments$/)).toHaveLength(1)
    expect(github.comments(repository, number)).toHaveLength(1)
  })
})

describe.concurrent('when Prefect cannot be reached', () => {
  const impatient = test.override({ settings: { PREFECT_CLIENT_MAX_RETRIES: '1' } })
  impatient(
    'the comment says so, and the run is resumed once it can',
    async ({ prefect, merge, comment }) => {
      const heal = prefect.faults.add({
        answer: { status: 503, body: { exception_message: 'Service Unavailable' } },
      })
      const run = prefect.addFlowRun({ state: 'FAILED' })
      const { number } = await merge({ title: 'Fix', body: run.url })
      await comment(number, (text) => /cannot be reached|tried again|trying/i.test(text))
      heal()
      await comment(number, completed)
      expect(prefect.executions(run.id)).toBe(1)
    },
  )
})

describe.concurrent('when Prefect has a bad day', () => {
  const flaky = test.override({
    prefectOptions: { flaky: 4, worker: { auto: true, delays: { pending: 30, running: 30, end: 300 } } },
  })
  flaky(
    'every fourth call is answered 503: each run is executed once',
    async ({ prefect, merge, comment }) => {
      const runs = Array.from({ length: 5 }, () => prefect.addFlowRun({ state: 'FAILED' }))
      const { number } = await merge({ title: 'Fix', body: runs.map(({ url }) => url).join('\n') })
      await comment(number, (text) => (text.match(/ran again, and completed/g) ?? []).length === runs.length)
      expect(runs.map(({ id }) => prefect.executions(id))).toEqual([1, 1, 1, 1, 1])
    },
  )
})

describe.concurrent('when Prefect hangs', () => {
  test('people are told soon that it is tried, long before it has answered or given up', async ({
    prefect,
    merge,
    comment,
  }) => {
    prefect.faults.add({ path: /flow_run/, answer: 'hang' })
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await comment(number, (text) => text.includes('could not be resumed yet'))
  })
})

describe.concurrent('when more merges wait than may', () => {
  const crowded = test.override({ settings: { MAX_PENDING: '2', PREFECT_CLIENT_MAX_RETRIES: '0' } })
  crowded(
    'further ones are answered 503 and left with GitHub, until the others are no longer waited for',
    async ({ app, expect, github, prefect, merge, comment }) => {
      const heal = prefect.faults.add({
        answer: { status: 503, body: { exception_message: 'Service Unavailable' } },
      })
      const [first, second, third] = Array.from({ length: 3 }, () => prefect.addFlowRun({ state: 'FAILED' }))
      const runs = [first, second].map((run) => run?.url ?? '')
      const merges = await Promise.all(runs.map((body) => merge({ title: 'Fix', body })))
      expect(merges.map(({ delivery }) => delivery.statusCode)).toEqual([200, 200])
      const ready = (): Promise<Response> => fetch(`${app.url}/readyz`)
      await expect.poll(async () => (await ready()).status, { timeout: 10_000 }).toBe(503)

      const { number } = github.addPullRequest({ repository, title: 'Fix', body: third?.url ?? '' })
      const late = github.merge({ repository, number })
      const refused = await github.deliver(late)
      expect(refused).toMatchObject({
        statusCode: 503,
        response: { headers: { 'retry-after': expect.anything() } },
      })
      heal()
      await Promise.all(merges.map((merged) => comment(merged.number, completed)))
      await expect.poll(async () => (await ready()).status, { timeout: 10_000 }).toBe(200)
      expect((await github.deliver(late)).statusCode).toBe(200)
      await comment(number, completed)
    },
  )
})

describe.concurrent('an owner who removes the App', () => {
  test('has what was not done yet dropped, and the log says so', async ({ app, github, prefect, merge }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    github.suspend('acme')
    await merge({ title: 'Fix', body: run.url })
    const finished = await app.logs.find(({ msg }) => msg === 'merge finished')
    expect(finished).toMatchObject({ decision: 'skipped', reason: 'not-installed' })
    expect(prefect.calls.of('flow_run')).toEqual([])
  })
})

describe.concurrent('when GitHub has a bad day', () => {
  test('no comment can be written, but the run is resumed', async ({ github, prefect, merge }) => {
    github.faults.add({ path: /\/comments/, answer: { status: 500, body: {} } })
    const run = prefect.addFlowRun({ state: 'FAILED' })
    await merge({ title: 'Fix', body: run.url })
    await prefect.until(() => prefect.flowRun(run.id).state_type === 'COMPLETED')
  })

  test('nothing can be asked, but the run is resumed by what was last known of the repository', async ({
    github,
    prefect,
    merge,
  }) => {
    const before = prefect.addFlowRun({ state: 'FAILED' })
    await merge({ title: 'Fix', body: before.url })
    await prefect.until(() => prefect.flowRun(before.id).state_type === 'COMPLETED')
    github.faults.add({ path: /./, answer: { status: 500, body: {} } })
    const run = prefect.addFlowRun({ state: 'FAILED' })
    await merge({ title: 'Fix', body: run.url })
    await prefect.until(() => prefect.flowRun(run.id).state_type === 'COMPLETED')
  })

  test('it hangs: the app leaves with 0 all the same', async ({ app, github, prefect, merge }) => {
    github.faults.add({ path: /\/comments/, answer: 'hang' })
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const asked = github.until(() => github.calls.of(/\/comments$/).length > 0, {
      what: 'a look for the comment',
    })
    await merge({ title: 'Fix', body: run.url })
    await asked
    expect(await app.stop()).toEqual({ code: 0, signal: null })
    expect(app.logs.text()).toMatch(/"msg":"left"\}$/)
  })

  test('it hangs: who is asked to leave a second time does so at once, and says why', async ({
    app,
    expect,
    github,
    prefect,
    merge,
  }) => {
    github.faults.add({ path: /\/comments/, answer: 'hang' })
    const run = prefect.addFlowRun({ state: 'FAILED' })
    await merge({ title: 'Fix', body: run.url })
    await github.until(() => github.calls.of(/\/comments$/).length > 0, { what: 'a look for the comment' })
    await expect
      .poll(
        () => {
          void app.stop('SIGINT')
          return app.logs.text()
        },
        { interval: 100, timeout: 4000 },
      )
      .toContain('asked again')
    expect(await app.exit).toEqual({ code: 0, signal: null })
    expect(app.logs.text()).not.toContain('"msg":"left"')
  })
})

describe.concurrent('how Prefect lets us in', () => {
  const worker = { auto: true, delays: { pending: 30, running: 30, end: 300 } }
  const ways = [
    {
      name: 'with a user and password, and CSRF protection',
      prefectOptions: { worker, csrf: true, auth: { basic: 'admin:pass word' } },
      settings: { PREFECT_API_AUTH_STRING: 'admin:pass word' },
    },
    {
      name: 'as Prefect Cloud, with a key, an account and a workspace',
      prefectOptions: {
        worker,
        auth: { bearer: 'pnu_0123456789' },
        cloud: {
          account: '7c1f0f0e-3d5a-4f43-9a10-5e0c2f6d8b21',
          workspace: 'e2b0a1c4-66d9-4a57-8f3e-90b7d1c5a604',
        },
      },
      settings: { PREFECT_API_KEY: 'pnu_0123456789' },
    },
  ]
  describe.for(ways)('$name', ({ prefectOptions, settings }) => {
    const inWorld = test.override({ prefectOptions, settings })
    inWorld(
      'a merge is acted upon, and the secret is told to nobody',
      async ({ app, prefect, merge, comment }) => {
        const run = prefect.addFlowRun({ state: 'FAILED' })
        const { number } = await merge({ title: 'Fix', body: run.url })
        await comment(number, completed)
        for (const secret of Object.values(settings)) expect(app.logs.text()).not.toContain(secret)
      },
    )
  })
})

describe.concurrent('when Prefect does not let us in', () => {
  const refused = test.override({
    prefectOptions: { auth: { basic: 'admin:right' } },
    settings: { PREFECT_API_AUTH_STRING: 'admin:wrong-password' },
  })
  refused(
    'the comment says what to check, without the password',
    async ({ app, prefect, merge, comment, setStates }) => {
      const run = prefect.addFlowRun({ state: 'FAILED' })
      const { number } = await merge({ title: 'Fix', body: run.url })
      const body = await comment(number, (text) => text.includes('PREFECT_API_KEY'))
      expect(`${body}${app.logs.text()}`).not.toContain('wrong-password')
      expect(setStates()).toEqual([])
    },
  )
})

describe.concurrent('when the app is killed', () => {
  test('right after its answer, the merge is taken up by the next start, once', async ({
    app,
    environment,
    github,
    prefect,
    merge,
  }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const heal = prefect.faults.add({ answer: 'hang' })
    const { number, delivery } = await merge({ title: 'Fix', body: run.url })
    expect(delivery.statusCode).toBe(200)
    await app.kill()
    heal()
    const next = await spawnApp(environment, { endedByCaller: true })
    try {
      // What the killed program had taken up is its own for half a minute more; then the run is followed to its end.
      await github.until(() => github.comments(repository, number).some(({ body }) => completed(body)), {
        what: `the comment on #${number}`,
        within: 50_000,
      })
      expect(prefect.executions(run.id)).toBe(1)
      expect(github.comments(repository, number)).toHaveLength(1)
    } finally {
      await next.kill()
    }
  })
})
