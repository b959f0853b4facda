import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { aClient } from './a-client.ts'
import { type Received, startPrefect } from './prefect-server.ts'

const id = 'e1ded7c6-084e-4766-af0e-830a9795b197'
const change = { message: 'Resumed', force: true }

/** A server that wants a token with every POST; `lifetime` is how long one lasts, in milliseconds. */
async function startWithTokens({ lifetime = 3_600_000 } = {}) {
  const issued: string[] = []
  const state = { valid: '', written: 0, tokenStatus: 200 }
  const answer = (response: ServerResponse, { method, path, headers }: Received) => {
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const url = new URL(path, 'http://prefect.test')
    if (url.pathname === '/api/csrf-token') {
      const client = url.searchParams.get('client') ?? ''
      state.valid = `token-${issued.push(client)}`
      const expiration = new Date(Date.now() + lifetime).toISOString()
      return reply(state.tokenStatus, { token: state.valid, client, expiration })
    }
    if (method === 'GET') return reply(200, [])
    const token = headers['prefect-csrf-token']
    if (token === undefined) return reply(403, { detail: 'Missing CSRF token.' })
    if (token !== state.valid || headers['prefect-csrf-client'] !== issued.at(-1)) {
      return reply(403, { detail: 'Invalid CSRF token or client identifier.' })
    }
    state.written++
    return url.pathname.endsWith('/filter') ? reply(200, []) : reply(201, { status: 'ACCEPT', state: null })
  }
  return { ...(await startPrefect(answer)), issued, state }
}

const paths = (received: Received[]) => received.map(({ path }) => path.replace(/\?.*/, '').replace(id, 'id'))

test('a server without tokens is never asked for one', async () => {
  const { apiUrl, received } = await startPrefect((response) => response.writeHead(200).end('[]'))
  const { client } = aClient({ apiUrl })
  await client.filterFlowRuns([id])
  await client.readFlowRunStates(id)
  expect(paths(received)).toEqual(['/api/flow_runs/filter', '/api/flow_run_states/'])
})

test('a token that is demanded is fetched, and kept for what follows; even a write is sent once more', async () => {
  const { apiUrl, received, state } = await startWithTokens()
  const { client } = aClient({ apiUrl })

  expect(await client.setFlowRunState(id, change)).toMatchObject({ status: 'ACCEPT' })
  expect(await client.setFlowRunState(id, change)).toMatchObject({ status: 'ACCEPT' })
  await client.filterFlowRuns([id])

  expect(state.written).toBe(3)
  expect(paths(received)).toEqual([
    '/api/flow_runs/id/set_state',
    '/api/csrf-token',
    '/api/flow_runs/id/set_state',
    '/api/flow_runs/id/set_state',
    '/api/flow_runs/filter',
  ])
})

test('calls side by side fetch one token', async () => {
  const { apiUrl, issued, state } = await startWithTokens()
  const { client } = aClient({ apiUrl })
  await Promise.all(Array.from({ length: 8 }, () => client.filterFlowRuns([id])))
  expect(issued).toHaveLength(1)
  expect(state.written).toBe(8)
})

test('a token that the server no longer takes is renewed', async () => {
  const { apiUrl, issued, state } = await startWithTokens()
  const { client } = aClient({ apiUrl })
  await client.filterFlowRuns([id])
  state.valid = 'another, of a server that was started anew'
  expect(await client.setFlowRunState(id, change)).toMatchObject({ status: 'ACCEPT' })
  expect(issued).toHaveLength(2)
  expect(new Set(issued).size).toBe(1)
})

test('an expired token is not sent', async () => {
  const { apiUrl, received, state } = await startWithTokens({ lifetime: 0 })
  const { client } = aClient({ apiUrl })
  await client.filterFlowRuns([id])
  await client.setFlowRunState(id, change)
  expect(state.written).toBe(2)
  expect(paths(received).slice(-2)).toEqual(['/api/csrf-token', '/api/flow_runs/id/set_state'])
})

test('a server that refuses its own token is not asked for ever', async () => {
  const { apiUrl, received } = await startPrefect((response, { path }) => {
    const isToken = path.startsWith('/api/csrf-token')
    response.writeHead(isToken ? 200 : 403, { 'content-type': 'application/json' })
    const token = { token: 't', client: 'c', expiration: '2999-01-01T00:00:00Z' }
    response.end(JSON.stringify(isToken ? token : { detail: 'Invalid CSRF token or client identifier.' }))
  })
  const { client } = aClient({ apiUrl })
  await expect(client.setFlowRunState(id, change)).rejects.toMatchObject({ name: 'PrefectForbiddenError' })
  expect(received).toHaveLength(3)
})

test('a write for which no token could be had is certainly not done, and the next call asks anew', async () => {
  const { apiUrl, received, state } = await startWithTokens()
  const { client } = aClient({ apiUrl, maxRetries: 1 })
  state.tokenStatus = 503
  await expect(client.setFlowRunState(id, change)).rejects.toMatchObject({
    name: 'PrefectAnswerError',
    call: 'GET /csrf-token',
    status: 503,
  })
  expect(paths(received)).toEqual(['/api/flow_runs/id/set_state', '/api/csrf-token', '/api/csrf-token'])

  state.tokenStatus = 200
  expect(await client.setFlowRunState(id, change)).toMatchObject({ status: 'ACCEPT' })
  expect(state.written).toBe(1)
})

test('another 403 is no demand for a token', async () => {
  const { apiUrl, received } = await startPrefect((response) =>
    response.writeHead(403).end('{"detail":"no"}'),
  )
  await expect(aClient({ apiUrl }).client.filterFlowRuns([id])).rejects.toMatchObject({
    name: 'PrefectForbiddenError',
    reason: 'no',
  })
  expect(received).toHaveLength(1)
})
