import { expect, test } from 'vitest'
import { createLog } from '../../src/cli/create-log.ts'
import { describeError } from '../../src/cli/describe-error.ts'
import { connectGitHub } from '../../src/server/connect-github.ts'
import { createTake } from '../../src/server/take.ts'

function listen() {
  const lines: string[] = []
  const log = createLog({ level: 'trace', format: 'json' }, { write: (line) => void lines.push(line) })
  return { log, text: () => lines.join('') }
}

const payload = { action: 'closed', pull_request: { body: 'what nobody may read' } }
const credentials = { appId: '1', privateKey: 'none', webhookSecret: 'none', apiUrl: 'http://127.0.0.1:1' }

test('when a handler fails, the log says why, and nothing of the delivery', async () => {
  const { log, text } = listen()
  const { probot } = await connectGitHub(credentials, log)
  probot.on('pull_request.closed', () => {
    throw Object.assign(new Error('the store is full', { cause: new Error('no space') }), { code: 'ENOSPC' })
  })
  const { take, taken } = createTake(probot, log)
  take({ guid: 'd-1', event: 'pull_request', payload, request: { method: 'POST', headers: {}, body: '' } })
  await taken()
  for (const said of ['the store is full', 'no space', 'ENOSPC', 'd-1']) expect(text()).toContain(said)
  expect(text()).not.toContain('what nobody may read')
})

test('Probot may log a whole delivery at any level: nothing of it comes out', () => {
  const { log, text } = listen()
  const child = log.child({ name: 'probot' })
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const) {
    child[level]({ event: { id: 'd-1', payload }, payload }, level)
    child[level](Object.assign(new Error(level), { event: { payload } }))
  }
  expect(text().trim().split('\n')).toHaveLength(12)
  expect(text()).not.toContain('what nobody may read')
})

test('of an error its plain fields are told, and of what hangs on it nothing', () => {
  const error = Object.assign(new Error('refused'), {
    status: 403,
    token: 'ghs_secret',
    request: { headers: { authorization: 'ghs_secret' } },
    response: { data: 'ghs_secret' },
    anything: { at: ['ghs_secret'] },
  })
  const described = describeError(new AggregateError([error], 'several'))
  expect(described).toMatchObject({ message: 'several', errors: [{ message: 'refused', status: 403 }] })
  expect(JSON.stringify(described)).not.toContain('ghs_secret')
})

test('errors that are behind themselves are told to an end', () => {
  const error = new Error('round')
  error.cause = error
  expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000)
})

test.each([['a string'], [null], [{ secret: 'x' }], [undefined]])(
  'what is thrown may be no error: %j',
  (thrown) => {
    expect(JSON.stringify(describeError(thrown)) ?? '').not.toContain('secret')
  },
)
