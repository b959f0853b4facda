import nock from 'nock'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PrefectClient } from '../../../src/prefect/index.ts'
import { aClient } from './a-client.ts'
import { notPrefects } from './not-prefects.ts'
import { recorded } from './recorded.ts'

beforeAll(() => nock.disableNetConnect())
afterEach(() => nock.cleanAll())

const id = 'e1ded7c6-084e-4766-af0e-830a9795b197'
const run = recorded('flow-run-failed').response.body
const page = { 'content-type': 'text/html; charset=utf-8' }

const server = () => nock('http://prefect.test/api')
const asked = () => server().get(`/flow_runs/${id}`)

describe('what may pass is asked again', () => {
  test.each([408, 429, 502, 503, 504, 520])('%i, as often as allowed', async (status) => {
    asked().times(2).reply(status)
    asked().reply(200, run ?? undefined)
    const { client, calls, waits } = aClient({ maxRetries: 2 })

    expect(await client.readFlowRun(id)).toMatchObject({ id })
    expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3])
    expect(waits).toHaveLength(2)
  })

  test('and no oftener', async () => {
    asked().times(3).reply(503, { exception_message: 'Service Unavailable' })
    const { client } = aClient({ maxRetries: 2 })

    await expect(client.readFlowRun(id)).rejects.toMatchObject({
      name: 'PrefectAnswerError',
      status: 503,
      retryable: true,
      message:
        'Prefect at prefect.test answered GET /flow_runs/{id} with 503: Service Unavailable. It is worth another try later.',
    })
    expect(nock.isDone()).toBe(true)
  })

  test('500 only once: it is a fault that mostly comes again', async () => {
    asked().times(2).reply(500, { exception_message: 'Internal Server Error' })
    const { client, calls } = aClient()

    await expect(client.readFlowRun(id)).rejects.toMatchObject({ name: 'PrefectAnswerError', status: 500 })
    expect(calls).toHaveLength(2)
  })

  test('a filter is a read, although it is a POST', async () => {
    server().post('/flow_runs/filter').reply(503).post('/flow_runs/filter').reply(200, [])
    expect(await aClient().client.filterFlowRuns([id])).toEqual([])
  })

  test('a network error', async () => {
    asked().replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    asked().reply(200, run ?? undefined)
    const { client, calls } = aClient()

    expect(await client.readFlowRun(id)).toMatchObject({ id })
    expect(calls).toMatchObject([
      { method: 'GET', path: '/flow_runs/{id}', attempt: 1, status: null, error: 'ECONNRESET' },
      { method: 'GET', path: '/flow_runs/{id}', attempt: 2, status: 200, error: null },
    ])
  })

  test('Retry-After is kept, in seconds and as a date', async () => {
    const inTenSeconds = new Date(Date.now() + 10_500).toUTCString()
    asked().reply(429, '', { 'retry-after': '7' })
    asked().reply(503, '', { 'retry-after': inTenSeconds })
    asked().reply(200, run ?? undefined)
    const { client, waits } = aClient()

    await client.readFlowRun(id)
    expect(waits[0]).toBeGreaterThanOrEqual(7000)
    expect(waits[0]).toBeLessThanOrEqual(8400)
    expect(waits[1]).toBeGreaterThan(8000)
    expect(waits[1]).toBeLessThanOrEqual(12_600)
  })

  test('whoever is sent away for longer than we wait is told for how long', async () => {
    asked().reply(429, { detail: 'Too many requests' }, { 'retry-after': '300' })
    const { client, waits } = aClient()

    await expect(client.readFlowRun(id)).rejects.toMatchObject({
      name: 'PrefectRateLimitError',
      retryable: true,
      retryAfter: 300_000,
      message: expect.stringContaining('in 300 s'),
    })
    expect(waits).toEqual([])
  })
})

test('all waiting of a call together has an end, too', async () => {
  asked().times(5).reply(429, '', { 'retry-after': '25' })
  const { client, waits } = aClient()

  await expect(client.readFlowRun(id)).rejects.toMatchObject({ name: 'PrefectRateLimitError' })
  expect(waits).toHaveLength(2)
})

describe('what will not pass is told at once', () => {
  test.each([
    [401, { exception_message: 'Unauthorized' }, 'PrefectUnauthorizedError', 'PREFECT_API_KEY'],
    [
      403,
      { detail: 'Not allowed' },
      'PrefectForbiddenError',
      'GET /flow_runs/{id}: Not allowed. Give our key',
    ],
    [400, {}, 'PrefectAnswerError', 'with 400: nothing that says why'],
    [422, { detail: [{ input: 'secret' }] }, 'PrefectAnswerError', 'with 422: nothing that says why'],
    [307, {}, 'PrefectAnswerError', 'with 307: a redirect, which we do not follow. Correct PREFECT_API_URL'],
  ])('%i %j', async (status, body, name, message) => {
    asked().reply(status, body, { location: 'http://elsewhere.test/' })
    const { client, calls } = aClient()

    await expect(client.readFlowRun(id)).rejects.toMatchObject({
      name,
      retryable: false,
      message: expect.stringContaining(message),
    })
    expect(calls).toHaveLength(1)
  })

  test('the page of a proxy is no flow run', async () => {
    asked().reply(200, '<html>Please log in</html>', page)

    await expect(aClient().client.readFlowRun(id)).rejects.toMatchObject({
      name: 'PrefectAnswerError',
      status: 200,
      reason: 'no JSON, but text/html',
      message: expect.stringContaining('check PREFECT_API_URL'),
    })
  })

  test.each(notPrefects)('404 with %s is no proof that there is no such run', async (body, type) => {
    asked().reply(404, body, { 'content-type': type })
    server().get('/flow_run_states/').query({ flow_run_id: id }).reply(404, body, { 'content-type': type })
    const { client } = aClient()

    for (const call of [client.readFlowRun(id), client.readFlowRunStates(id)]) {
      await expect(call).rejects.toMatchObject({
        name: 'PrefectAnswerError',
        status: 404,
        retryable: true,
        message: expect.stringContaining('check PREFECT_API_URL'),
      })
    }
  })

  test('a server that knows no filter is no Prefect API, and no proof that there are no runs', async () => {
    server().post('/flow_runs/filter').reply(404, { detail: 'Not Found' })
    await expect(aClient().client.filterFlowRuns([id])).rejects.toThrow('Correct PREFECT_API_URL')
  })

  test('a document of another form is named by the place that is wrong, not by its content', async () => {
    asked().reply(200, { id, name: 'lyrical-pudu', flow_id: 42, parameters: { password: 'hunter2' } })

    const error: unknown = await aClient()
      .client.readFlowRun(id)
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ reason: 'JSON in another form than we know (flow_id)', retryable: false })
    expect(JSON.stringify(error)).not.toContain('hunter2')
  })

  test.each(['../admin', '..', 'a/b', '%2e%2e', '', 'a?b', 'ё'])(
    '%j is no id: nobody is asked',
    async (odd) => {
      const { client, calls } = aClient()
      const change = { message: '', force: true }
      expect(await client.readFlowRun(odd)).toBeNull()
      expect(await client.readDeployment(odd)).toBeNull()
      expect(await client.readFlowRunStates(odd)).toEqual([])
      expect(await client.setFlowRunState(odd, change)).toEqual({ status: 'NOT_FOUND' })
      expect(await client.filterFlowRuns([odd])).toEqual([])
      expect(calls).toEqual([])
    },
  )

  test('a server without a version is no Prefect API', async () => {
    server().get('/admin/version').reply(404, { detail: 'Not Found' })
    await expect(aClient().client.readVersion()).rejects.toThrow('Correct PREFECT_API_URL')
  })
})

test('a server that knows less than today’s gives null for what it does not say', async () => {
  asked().reply(200, {
    id: id.toUpperCase(),
    name: 'old',
    flow_id: 'F',
    state_type: 'FAILED',
    anything: 'new',
  })
  expect(await aClient().client.readFlowRun(id)).toEqual({
    id,
    name: 'old',
    flowId: 'f',
    deploymentId: null,
    deploymentVersion: null,
    state: null,
    stateType: 'FAILED',
    stateName: null,
    runCount: 0,
    parentTaskRunId: null,
    workPoolName: null,
    workQueueId: null,
    workQueueName: null,
    retryType: null,
    expectedStartTime: null,
    nextScheduledStartTime: null,
    startTime: null,
    endTime: null,
    totalRunTime: null,
  })
})

test('a way of retrying that we do not know is none', async () => {
  asked().reply(200, { id, name: 'n', flow_id: 'f', empirical_policy: { retry_type: 'by_moonlight' } })
  expect(await aClient().client.readFlowRun(id)).toMatchObject({ retryType: null })
})

test('states are given oldest first, and none for a run that Prefect does not know', async () => {
  const state = { type: 'FAILED', name: 'Failed', message: null }
  const [first, second] = ['2026-11-21T10:22:18.9Z', '2026-11-21T10:22:19Z']
  server()
    .get('/flow_run_states/')
    .query({ flow_run_id: id })
    .reply(200, [
      { ...state, timestamp: second },
      { ...state, timestamp: first },
    ])
    .get('/flow_run_states/')
    .query({ flow_run_id: id })
    .reply(404, { detail: 'Not found' })
  const { client } = aClient()

  expect((await client.readFlowRunStates(id)).map(({ timestamp }) => timestamp)).toEqual([first, second])
  expect(await client.readFlowRunStates(id)).toEqual([])
})

test('many flow runs are asked for 200 at a time, each once', async () => {
  const ids = Array.from({ length: 401 }, (_, index) => id.slice(0, -3) + String(index).padStart(3, '0'))
  const sizes: number[] = []
  server()
    .post('/flow_runs/filter', (body: { flow_runs: { id: { any_: string[] } }; limit: number }) => {
      sizes.push(body.flow_runs.id.any_.length)
      return body.limit === 200
    })
    .times(3)
    .reply(200, [run])

  expect(await askForAll(aClient().client)).toHaveLength(3)
  expect(sizes.toSorted((left, right) => left - right)).toEqual([1, 200, 200])

  function askForAll(client: PrefectClient) {
    return client.filterFlowRuns([...ids, ...ids.map((one) => one.toUpperCase()), 'nonsense'])
  }
})

test('one flow run in a form that we do not know hides no other, and is told once', async () => {
  const odd = { id: id.toUpperCase(), run_count: 'one', parameters: { password: 'hunter2' } }
  server()
    .post('/flow_runs/filter')
    .times(2)
    .reply(200, [odd, run, null, { name: 'nobody' }])
  const told: unknown[] = []
  const { client } = aClient({ onUnreadable: (...words) => told.push(words) })

  for (const _ of [1, 2]) {
    expect(await client.filterFlowRuns([id])).toEqual([expect.objectContaining({ id, runCount: 0 })])
  }
  expect(told).toEqual([
    [id, 'JSON in another form than we know (run_count)'],
    [null, 'JSON in another form than we know (the whole)'],
    [null, 'JSON in another form than we know (id)'],
  ])
})

describe('a reading that must be quick', () => {
  const states = () => server().get('/flow_run_states/').query({ flow_run_id: id })

  test('is not tried again, while others are', async () => {
    asked().reply(503)
    states().reply(503)
    const { client, calls } = aClient({ maxRetries: 2 })

    for (const call of [client.readFlowRun, client.readFlowRunStates]) {
      await expect(call(id, { retries: 0 })).rejects.toMatchObject({ status: 503 })
    }
    expect(calls).toHaveLength(2)
    asked().reply(503)
    asked().reply(200, run ?? undefined)
    expect(await client.readFlowRun(id)).toMatchObject({ id })
  })

  test('waits no longer than it says', async () => {
    asked()
      .delay(60_000)
      .reply(200, run ?? undefined)
    states().delay(60_000).reply(200, [])
    const { client } = aClient()

    for (const call of [client.readFlowRun, client.readFlowRunStates]) {
      await expect(call(id, { retries: 0, timeout: 20 })).rejects.toMatchObject({
        name: 'PrefectUnreachableError',
        code: 'TIMEOUT',
      })
    }
    nock.abortPendingRequests()
  })
})
