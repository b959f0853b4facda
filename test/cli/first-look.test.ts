import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, vi } from 'vitest'
import { type App, type LogLine, spawnApp } from '../app/spawn-app.ts'
import { test } from '../app/world.ts'

const warn = 40

/** Starts the app, and ends it whatever happens. */
async function withApp(environment: Record<string, string>, use: (app: App) => Promise<void>): Promise<void> {
  const app = await spawnApp(environment, { endedByCaller: true })
  try {
    await use(app)
  } finally {
    await app.kill()
  }
}

function says(level: number, words: RegExp): (line: LogLine) => boolean {
  return ({ level: own, msg }) => own === level && typeof msg === 'string' && words.test(msg)
}

describe.concurrent('at the start, the app looks whether Prefect lets it in', () => {
  test('and says which version answers', async ({ app, prefect }) => {
    const line = await app.logs.find(({ msg }) => msg === 'Prefect lets us in')
    expect(line).toMatchObject({ level: 30, prefect: prefect.apiUrl, version: expect.stringMatching(/^3\./) })
  })

  test('starts without it, warns once, and goes on looking', async ({ environment, prefect }) => {
    const heal = prefect.faults.add({ answer: 'reset' })
    await withApp(environment, async ({ url, logs }) => {
      await logs.find(
        says(warn, /^Prefect at \S+ could not be reached: .* Check PREFECT_API_URL and whether Prefect runs/),
      )
      expect((await fetch(`${url}/readyz`)).status).toBe(200)
      await prefect.until(() => prefect.calls.filter(({ path }) => path === '/admin/version').length === 2)
      heal()
      await logs.find(({ msg }) => msg === 'Prefect lets us in')
      expect(logs.all().filter(({ level }) => level === warn)).toHaveLength(1)
    })
  })

  test('warns where nobody listens', async ({ environment }) => {
    await withApp({ ...environment, PREFECT_API_URL: 'http://127.0.0.1:1/api' }, async ({ logs }) => {
      await logs.find(says(warn, /^Prefect at 127\.0\.0\.1:1 could not be reached: nobody listens there/))
    })
  })

  test('warns where the address is not that of the API', async ({ environment, prefect }) => {
    const wrong = prefect.apiUrl.replace(/\/api$/, '/nowhere/api')
    await withApp({ ...environment, PREFECT_API_URL: wrong }, async ({ logs }) => {
      await logs.find(says(warn, /^PREFECT_API_URL seems wrong\. .*404/))
    })
  })

  test('warns about the address of the UI', async ({ environment, prefect }) => {
    await withApp({ ...environment, PREFECT_API_URL: prefect.uiUrl }, async ({ logs }) => {
      await logs.find(says(warn, /^PREFECT_API_URL has no \/api in it; expected: the URL of the API/))
      await logs.find(says(warn, /^PREFECT_API_URL seems wrong/))
    })
  })

  test('leaves with 0 although it hangs', async ({ environment, prefect }) => {
    prefect.faults.add({ answer: 'hang' })
    const app = await spawnApp(environment, { endedByCaller: true })
    await prefect.until(() => prefect.calls.length > 0)
    expect(await app.stop()).toEqual({ code: 0, signal: null })
  })
})

describe.concurrent('in Prefect Cloud', () => {
  const cloud = {
    account: '7c1f0f0e-3d5a-4f43-9a10-5e0c2f6d8b21',
    workspace: 'e2b0a1c4-66d9-4a57-8f3e-90b7d1c5a604',
  }
  const inCloud = test.override({
    prefectOptions: { cloud, auth: { bearer: 'pnu_0123456789' } },
    settings: { PREFECT_API_KEY: 'pnu_0123456789' },
  })
  inCloud('the start says which workspace answers', async ({ app }) => {
    expect(await app.logs.find(({ msg }) => msg === 'Prefect lets us in')).toMatchObject(cloud)
  })
})

describe.concurrent('where Prefect wants a password', () => {
  const refusing = test.override({ prefectOptions: { auth: { basic: 'admin:right' } } })
  refusing('the start warns that ours is refused, without telling it', async ({ environment }) => {
    await withApp({ ...environment, PREFECT_API_AUTH_STRING: 'admin:hush' }, async ({ logs }) => {
      await logs.find(
        says(warn, /refused our credentials\. Check PREFECT_API_KEY .* or PREFECT_API_AUTH_STRING/),
      )
      expect(logs.text()).not.toContain('hush')
    })
  })
})

describe.concurrent('at the start, the app looks whether GitHub takes its key', () => {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const another = key.export({ type: 'pkcs8', format: 'pem' }).toString()

  test('and says whose App it is', async ({ app, github }) => {
    const line = await app.logs.find(({ msg }) => msg === 'GitHub lets us in')
    expect(line).toMatchObject({ level: 30, app: String(github.appId), owner: 'acme' })
  })

  test('asks GitHub once for what the first merge needs too', async ({
    app,
    github,
    prefect,
    merge,
    comment,
  }) => {
    await app.logs.find(({ msg }) => msg === 'GitHub lets us in')
    const { number } = await merge({ title: 'Fix', body: prefect.addFlowRun({ state: 'FAILED' }).url })
    await comment(number, () => true)
    expect(github.calls.filter(({ path }) => path === '/app')).toHaveLength(1)
  })

  test('warns that the key is not one of the App', async ({ environment }) => {
    await withApp({ ...environment, PRIVATE_KEY: another }, async ({ logs }) => {
      await logs.find(says(warn, /refused our key: PRIVATE_KEY is not one of the App with APP_ID \d+\./))
    })
  })

  const clocks = [
    {
      name: 'behind',
      date: 3 * 60_000,
      message:
        "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    },
    {
      name: 'ahead of',
      date: -3 * 60_000,
      message: "'Expiration time' claim ('exp') is too far in the future",
    },
  ]
  test.for(clocks)(
    'warns that the clock is $name GitHub’s',
    async ({ name, date, message }, { environment, github }) => {
      const headers = { date: new Date(Date.now() + date).toUTCString() }
      github.faults.add({ path: /^\/app$/, answer: { status: 401, headers, body: { message } } })
      await withApp(environment, async ({ logs }) => {
        await logs.find(
          says(warn, new RegExp(`the clock of this machine is 3 min ${name} GitHub's\\. Set it`)),
        )
      })
    },
  )

  const answers = [
    {
      name: 'there is no such App',
      answer: { status: 404, body: { message: 'Integration not found' } },
      words: /knows no App with APP_ID \d+\. Correct APP_ID/,
    },
    {
      name: 'something else answers',
      answer: { status: 200, body: { hello: 'world' } },
      words: /in a form that we do not know\. Check GHE_HOST/,
    },
    {
      name: 'GitHub stumbles',
      answer: { status: 503, body: {} },
      words: /answered 503 when asked who we are; it is asked again/,
    },
    { name: 'nobody answers', answer: 'reset', words: /could not be reached \(.+\)\. Check GHE_HOST/ },
  ] as const
  test.for(answers)('warns that $name', async ({ answer, words }, { environment, github }) => {
    github.faults.add({ path: /^\/app$/, answer })
    await withApp(environment, async ({ logs }) => void (await logs.find(says(warn, words))))
  })
})

vi.setConfig({ testTimeout: 60_000 })
