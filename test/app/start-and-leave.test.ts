import { createServer } from 'node:net'
import { describe, expect, vi } from 'vitest'
import { spawnApp } from './spawn-app.ts'
import { test } from './world.ts'

describe.concurrent('a running app', () => {
  test('says that it lives and is ready', async ({ app }) => {
    const pages = await Promise.all(
      ['/ping', '/healthz', '/readyz'].map(async (path) => {
        const response = await fetch(`${app.url}${path}`)
        return [response.status, (await response.text()).trim()]
      }),
    )
    expect(pages).toEqual([
      [200, 'PONG'],
      [200, 'alive'],
      [200, 'ready'],
    ])
  })

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`leaves with 0 on ${signal}`, async ({ app }) => {
      expect(await app.stop(signal)).toEqual({ code: 0, signal: null })
    })
  }

  test('leaves with 0 in time, also while Prefect hangs, and loses nothing', async ({
    app,
    environment,
    prefect,
    merge,
    comment,
  }) => {
    const heal = prefect.faults.add({ answer: 'hang' })
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await prefect.until(() => prefect.calls.of('flow_run').length > 0)
    expect(await app.stop()).toEqual({ code: 0, signal: null })
    heal()
    const next = await spawnApp(environment, { endedByCaller: true })
    try {
      await comment(number, (text) => text.includes('ran again, and completed'))
      expect(prefect.executions(run.id)).toBe(1)
    } finally {
      await next.kill()
    }
  }, 60_000)
})

describe.concurrent('a start that cannot be', () => {
  const wrong = [
    { name: 'a number without a key', change: { PRIVATE_KEY: '' }, says: 'PRIVATE_KEY' },
    { name: 'a key without a number', change: { APP_ID: '' }, says: 'APP_ID' },
    { name: 'a key that is none', change: { PRIVATE_KEY: 'secret-but-no-key' }, says: 'PRIVATE_KEY' },
    { name: 'no address of Prefect', change: { PREFECT_API_URL: '' }, says: 'PREFECT_API_URL' },
    { name: 'a port that is none', change: { PORT: 'many' }, says: 'PORT' },
    {
      name: 'a weak secret in production',
      change: { NODE_ENV: 'production', WEBHOOK_SECRET: 'short' },
      says: 'WEBHOOK_SECRET',
    },
    {
      name: 'nothing at all, in production',
      change: { APP_ID: '', PRIVATE_KEY: '', NODE_ENV: 'production' },
      says: 'npm run demo -- --once',
    },
  ]
  test.for(wrong)('$name: 1, and the name of the variable', async ({ change, says }, { environment }) => {
    const failure = await spawnApp({ ...environment, ...change }, { endedByCaller: true }).catch(String)
    expect(failure).toContain(says)
    expect(failure).toMatch(/\(1\)|code 1|exit(?:ed)? 1/)
    expect(failure).not.toMatch(/secret-but-no-key|^\s+at /m)
  })

  test('a port that is taken: 1, and what to do', async ({ environment }) => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const failure = await spawnApp({ ...environment, PORT: String(port) }, { endedByCaller: true }).catch(
      String,
    )
    taken.close()
    expect(failure).toContain(`Port ${port} is taken`)
    expect(failure).not.toMatch(/^\s+at /m)
  })
})

vi.setConfig({ testTimeout: 60_000 })
