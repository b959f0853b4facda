import { describe, expect, onTestFinished, vi } from 'vitest'
import { createLog } from '../../../src/cli/create-log.ts'
import { settingsPath } from '../../../src/github/index.ts'
import { connectGitHub } from '../../../src/server/connect-github.ts'
import { notAccessible, type Reading, test } from './reading.ts'

const contents = { path: /\/contents\// }

const silent = createLog({ level: 'silent', format: 'json' })

const credentialsOf = ({ appId, privateKey, webhookSecret, apiUrl }: Reading['github']) => ({
  appId: String(appId),
  privateKey,
  webhookSecret,
  apiUrl,
})

const rateLimit = {
  status: 403,
  body: { message: 'API rate limit exceeded for installation ID 1.' },
  headers: {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
  },
}

describe('while GitHub gives no answer', () => {
  const troubles = [
    ['an error of the server', { status: 502, body: { message: 'Server Error' } }, 'it answered 502'],
    ['a rate limit', rateLimit, 'it answered 403'],
    ['too many requests', { status: 429, body: { message: 'too many' } }, 'it answered 429'],
    ['the page of a proxy', 'html', 'it answered 502'],
    ['a lost connection', 'reset', 'it could not be reached'],
  ] as const

  test.for(troubles)('what was last known holds: %s', async ([, answer], { reading }) => {
    const { github, read, logged } = reading
    github.setFile('acme/etl', settingsPath, 'comment: never')
    const before = await read()
    github.faults.add({ ...contents, answer })
    expect(await read()).toEqual(before)
    expect(logged).toHaveLength(1)
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({
      level: 40,
      merge: 'acme/etl#42',
      repository: 'acme/etl',
      msg: 'settings not read; the last known ones hold',
    })
  })

  test.for(troubles)(
    'without anything known it is said why nothing is: %s',
    async ([, answer, why], { reading }) => {
      const { github, read, logged } = reading
      github.setFile('acme/etl', settingsPath, 'comment: never')
      github.faults.add({ ...contents, answer })
      expect(await read()).toEqual({
        kind: 'unreadable',
        problem: `GitHub did not give .github/resume-on-merge.yml of acme/etl, since ${why}.`,
      })
      expect(JSON.parse(logged[0] ?? '')).toMatchObject({
        level: 40,
        msg: 'settings not read; none are known',
      })
    },
  )

  test('a file that was known not to be there is not there', async ({ reading }) => {
    const { github, read } = reading
    github.setFile('acme/.github', settingsPath, 'comment: never')
    await read()
    github.faults.add({ ...contents, answer: 'reset' })
    expect(await read()).toMatchObject({ kind: 'valid', file: { repository: 'acme/.github' } })
  })

  test("the owner's file is not taken for absent", async ({ reading }) => {
    reading.github.faults.add({ path: /acme\/\.github\//, answer: 'html' })
    expect(await reading.read()).toEqual({
      kind: 'unreadable',
      problem: 'GitHub did not give .github/resume-on-merge.yml of acme/.github, since it answered 502.',
    })
  })

  test('nor is a file for which no token can be had', async ({ reading }) => {
    const { github, read } = reading
    github.faults.add({ path: /\/access_tokens$/, answer: { status: 500, body: { message: 'Oops' } } })
    expect(await read()).toMatchObject({
      kind: 'unreadable',
      problem: expect.stringContaining('it answered 500'),
    })
  })

  test('nothing of what the log may know is told to people', async ({ reading }) => {
    const { github, read, logged } = reading
    github.faults.add({ ...contents, answer: { status: 500, body: { message: 'at 10.0.0.7: secret' } } })
    expect(JSON.stringify(await read())).not.toContain('10.0.0.7')
    expect(logged.join('')).toContain('10.0.0.7')
    expect(logged.join('')).not.toContain('ghs_')
  })
})

test('an App that may not read the file says what it needs', async ({ reading }) => {
  const { github, read } = reading
  github.setFile('acme/etl', settingsPath, 'comment: never')
  await read()
  github.faults.add({ ...contents, answer: notAccessible })
  expect(await read()).toEqual({
    kind: 'unreadable',
    problem:
      'The App may not read .github/resume-on-merge.yml of acme/etl. Give it the permission "Single file: read" for this path, and accept that where it is installed.',
  })
})

describe('an owner who no longer lets the App in', () => {
  test.for([
    ['suspends it', (github: Reading['github']) => github.suspend('acme'), 'the installation is suspended'],
    ['removes it', (github: Reading['github']) => github.uninstall('acme'), 'the App is not installed'],
  ] as const)('%s: then what was known does not hold', async ([, leave, why], { reading }) => {
    const { github, read } = reading
    github.setFile('acme/etl', settingsPath, 'comment: never')
    await read()
    leave(github)
    const { plainClient } = await connectGitHub(credentialsOf(github), silent)
    expect(await read({}, await plainClient(reading.merge))).toEqual({ kind: 'not-installed', why })
  })

  test('is told as such while an old token is no longer taken', async ({ reading }) => {
    const { github, read } = reading
    github.setFile('acme/etl', settingsPath, 'comment: never')
    await read()
    github.faults.add({ ...contents, answer: { status: 401, body: { message: 'Bad credentials' } } })
    expect(await read()).toMatchObject({ kind: 'unreadable', problem: expect.stringContaining('token') })
  })
})

describe("with the App's own client", () => {
  const ownClient = async ({ github, merge }: Reading) => {
    const { plainClient } = await connectGitHub(credentialsOf(github), silent)
    return plainClient(merge)
  }

  test('a rate limit is not waited for', async ({ reading }) => {
    reading.github.faults.add({ ...contents, answer: rateLimit })
    expect(await reading.read({}, await ownClient(reading))).toEqual({
      kind: 'unreadable',
      problem: 'GitHub did not give .github/resume-on-merge.yml of acme/etl, since it answered 403.',
    })
  })

  test('an answer that does not come is not waited for without end', async ({ reading }) => {
    const { timeout } = AbortSignal
    onTestFinished(() => void vi.restoreAllMocks())
    const asked = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout.call(AbortSignal, 300))
    reading.github.faults.add({ ...contents, answer: 'hang' })
    expect(await reading.read({}, await ownClient(reading))).toMatchObject({
      problem: expect.stringContaining('did not answer in time'),
    })
    expect(asked).toHaveBeenCalledWith(10_000)
  })

  test('an error that passes is asked away', async ({ reading }) => {
    const { github, read, asked, logged } = reading
    github.setFile('acme/etl', settingsPath, 'comment: never')
    github.faults.add({ path: /acme\/etl\/contents/, times: 1, answer: 'html' })
    expect(await read({}, await ownClient(reading))).toMatchObject({ kind: 'valid' })
    expect(asked().filter((call) => call.startsWith('acme/etl'))).toEqual([
      'acme/etl@main → 502',
      'acme/etl@main → 200',
    ])
    expect(logged).toEqual([])
  })

  test('an empty file is empty, not absent', async ({ reading }) => {
    reading.github.setFile('acme/etl', settingsPath, '')
    expect(await reading.read({}, await ownClient(reading))).toMatchObject({ kind: 'valid' })
  })
})

describe('while the store fails', () => {
  test('the failure reaches the caller, and only the caller: it ends no program', async ({ reading }) => {
    const { memory, read } = reading
    const stray = vi.fn()
    process.once('unhandledRejection', stray)
    onTestFinished(() => void process.off('unhandledRejection', stray))
    const remember = vi.fn(() => Promise.reject(new Error('the database is gone')))
    memory.remember = remember
    await expect(read()).rejects.toThrow('the database is gone')
    await vi.waitFor(() => expect(remember).toHaveBeenCalledTimes(2))
    await new Promise(setImmediate)
    expect(stray).not.toHaveBeenCalled()
  })
})
