import nock from 'nock'
import { afterEach, describe, expect, test } from 'vitest'
import { PrefectAmbiguousAnswerError } from '../../../src/prefect/index.ts'
import { aClient } from './a-client.ts'
import { notPrefects } from './not-prefects.ts'
import { startPrefect } from './prefect-server.ts'

afterEach(() => nock.cleanAll())

const id = 'e1ded7c6-084e-4766-af0e-830a9795b197'
const change = { message: 'Resumed by merge of acme/etl#42 (abc1234)', force: true }
const path = `/api/flow_runs/${id}/set_state`

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'it went well',
    (error: unknown) => error,
  )

test('a state whose answer is lost after it was set is not set again: the caller is told to read', async () => {
  const states: string[] = []
  const { apiUrl, received } = await startPrefect((response, { body }) => {
    states.push(body)
    response.socket?.destroy()
  })
  const { client, waits } = aClient({ apiUrl })

  const error = await failureOf(client.setFlowRunState(id, change))

  expect(error).toBeInstanceOf(PrefectAmbiguousAnswerError)
  expect(error).toMatchObject({ retryable: true, status: null, mayStillHappen: true })
  expect(states).toEqual([
    JSON.stringify({ state: { type: 'SCHEDULED', name: 'Scheduled', message: change.message }, force: true }),
  ])
  expect(received).toHaveLength(1)
  expect(waits).toEqual([])
})

describe('an answer that leaves it in doubt is sent once, and told as such', () => {
  test.each([
    [408, 'the answer was 408'],
    [500, 'the answer was 500, Internal Server Error'],
    [502, 'the answer was 502'],
    [503, 'the answer was 503'],
    [504, 'the answer was 504'],
    [520, 'the answer was 520'],
  ])('%i', async (status, reason) => {
    const body = status === 500 ? { exception_message: 'Internal Server Error' } : '<html></html>'
    nock('http://prefect.test').post(path).reply(status, body, { 'retry-after': '1' })
    const { client, calls, waits } = aClient()

    const error = await failureOf(client.setFlowRunState(id, change))
    expect(error).toMatchObject({
      name: 'PrefectAmbiguousAnswerError',
      status,
      retryable: true,
      mayStillHappen: true,
    })
    expect(String(error)).toContain(`${reason}. Read what`)
    expect(calls).toHaveLength(1)
    expect(waits).toEqual([])
  })

  test.each([
    [201, '', 'the answer was 201, no JSON, but nothing'],
    [200, '<html>Please log in</html>', 'no JSON, but application/json'],
    [201, '{"status":"ACCEPT","state":', 'no JSON'],
    [201, '{"status":"MAYBE"}', 'JSON in another form than we know (status)'],
    [200, '[]', 'JSON in another form than we know (the whole)'],
  ])('%i with the body %s', async (status, body, reason) => {
    nock('http://prefect.test').post(path).reply(status, body, { 'content-type': 'application/json' })
    const { client, calls } = aClient()

    const error = await failureOf(client.setFlowRunState(id, change))
    expect(error).toBeInstanceOf(PrefectAmbiguousAnswerError)
    expect(error).toMatchObject({ mayStillHappen: true, message: expect.stringContaining(reason) })
    expect(calls).toHaveLength(1)
  })

  test.each(notPrefects)('404 with %s, which is not Prefect’s word', async (body, type) => {
    nock('http://prefect.test').post(path).reply(404, body, { 'content-type': type })
    const { client, calls } = aClient()

    const error = await failureOf(client.setFlowRunState(id, change))
    expect(error).toMatchObject({ name: 'PrefectAmbiguousAnswerError', status: 404, mayStillHappen: true })
    expect(calls).toHaveLength(1)
  })

  test('a connection that was lost', async () => {
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' })
    nock('http://prefect.test').post(path).replyWithError(reset)
    const { client, calls } = aClient()

    const error = await failureOf(client.setFlowRunState(id, change))
    expect(error).toBeInstanceOf(PrefectAmbiguousAnswerError)
    expect(error).toMatchObject({ retryable: true, mayStillHappen: true })
    expect(calls).toMatchObject([{ status: null, error: 'ECONNRESET' }])
  })

  test('events', async () => {
    nock('http://prefect.test').post('/api/events').reply(503)
    const event = {
      id,
      occurred: '2026-11-21T10:22:19Z',
      event: 'e',
      resource: { 'prefect.resource.id': 'r' },
    }
    await expect(aClient().client.sendEvents([event])).rejects.toBeInstanceOf(PrefectAmbiguousAnswerError)
  })
})

describe('only where Prefect itself says that it could not, it cannot happen later', () => {
  test.each([
    [503, '{"exception_message":"Service Unavailable"}', false],
    [503, '{"message":"Service Unavailable"}', true],
    [503, '{"detail":"Service Unavailable"}', true],
    [503, '{"exception_message":"no upstream"}', true],
    [503, 'Service Unavailable', true],
    [503, '', true],
    [502, '{"exception_message":"Service Unavailable"}', true],
    [500, '{"exception_message":"Internal Server Error"}', true],
  ])('%i with the body %s', async (status, body, mayStillHappen) => {
    nock('http://prefect.test').post(path).reply(status, body, { 'content-type': 'application/json' })
    expect(await failureOf(aClient().client.setFlowRunState(id, change))).toMatchObject({
      name: 'PrefectAmbiguousAnswerError',
      retryable: true,
      mayStillHappen,
    })
  })

  test('silence for as long as we wait', async () => {
    const { apiUrl } = await startPrefect(() => {})
    const { client } = aClient({ apiUrl, timeout: 50 })
    expect(await failureOf(client.setFlowRunState(id, change))).toMatchObject({
      name: 'PrefectAmbiguousAnswerError',
      status: null,
      mayStillHappen: true,
    })
  })
})

describe('a refusal proves that nothing was written', () => {
  test.each([
    [400, 'PrefectAnswerError', false],
    [401, 'PrefectUnauthorizedError', false],
    [403, 'PrefectForbiddenError', false],
    [405, 'PrefectAnswerError', false],
    [409, 'PrefectAnswerError', false],
    [411, 'PrefectAnswerError', false],
    [413, 'PrefectAnswerError', false],
    [422, 'PrefectAnswerError', false],
    [429, 'PrefectRateLimitError', true],
    [301, 'PrefectAnswerError', false],
    [307, 'PrefectAnswerError', false],
  ])('%i is a %s', async (status, name, retryable) => {
    nock('http://prefect.test').post(path).reply(status, {}, { location: '/elsewhere' })
    const { client, calls } = aClient()

    const error = await failureOf(client.setFlowRunState(id, change))
    expect(error).toMatchObject({ name, retryable })
    expect(calls).toHaveLength(1)
  })

  test('so does a server to which no connection came about', async () => {
    const { client, calls, waits } = aClient({ apiUrl: 'http://127.0.0.1:9/api' })
    const error = await failureOf(client.setFlowRunState(id, change))
    expect(error).toMatchObject({ name: 'PrefectUnreachableError', code: 'ECONNREFUSED', retryable: true })
    expect(calls).toHaveLength(1)
    expect(waits).toEqual([])
  })

  test('events for a server that does not take any', async () => {
    nock('http://prefect.test').post('/api/events').reply(404, { detail: 'Not Found' })
    const event = {
      id,
      occurred: '2026-11-21T10:22:19Z',
      event: 'e',
      resource: { 'prefect.resource.id': 'r' },
    }
    await expect(aClient().client.sendEvents([event])).rejects.toMatchObject({
      name: 'PrefectAnswerError',
      status: 404,
    })
  })
})

test.each([
  [200, 'REJECT', 'This run has already made this state transition.'],
  [201, 'REJECT', 'Run is already COMPLETED.'],
  [200, 'WAIT', 'not yet'],
] as const)('%i with %s is no success: the status decides, not the code', async (code, status, reason) => {
  nock('http://prefect.test')
    .post(path)
    .reply(code, { status, state: null, details: { type: 'x', reason } })
  expect(await aClient().client.setFlowRunState(id, change)).toEqual({ status, reason, state: null })
})

test('no events are not sent', async () => {
  const { client, calls } = aClient()
  await client.sendEvents([])
  expect(calls).toEqual([])
})
