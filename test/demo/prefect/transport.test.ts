import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type PrefectStandIn, startPrefect } from '../../../src/demo/prefect/index.ts'
import { ask } from './ask.ts'

let prefect: PrefectStandIn
afterEach(() => prefect.close())

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

test.each([
  [{ basic: 'admin:pass' }, basic('admin:pass'), 200],
  [{ basic: 'admin:pass' }, basic('admin:pass').replace('Basic', 'basic'), 401],
  [{ basic: 'admin:pass' }, basic('admin:wrong'), 401],
  [{ basic: 'admin:pass' }, 'Bearer admin:pass', 401],
  [{ bearer: 'pnu_key' }, 'Bearer pnu_key', 200],
  [{ bearer: 'pnu_key' }, 'bearer pnu_key', 401],
  [{ bearer: 'pnu_key' }, '', 401],
])('where %o is asked for, %s gets %i', async (auth, authorization, status) => {
  prefect = await startPrefect({ auth })
  const answer = await ask(prefect, 'GET', '/admin/version', undefined, { authorization })
  expect(answer.status).toBe(status)
  if (status === 401) expect(answer.body).toEqual({ exception_message: 'Unauthorized' })
  expect(await ask(prefect, 'GET', '/health')).toEqual({ status: 200, body: true })
})

test('a write needs the CSRF token of its client where that is on', async () => {
  prefect = await startPrefect({ csrf: true })
  const write = (headers: Record<string, string>) => ask(prefect, 'POST', '/flow_runs/filter', {}, headers)
  expect(await write({})).toEqual({ status: 403, body: { detail: 'Missing CSRF token.' } })
  const { token } = z
    .object({ token: z.string() })
    .parse((await ask(prefect, 'GET', '/csrf-token?client=one')).body)
  expect(await write({ 'Prefect-Csrf-Token': token, 'Prefect-Csrf-Client': 'other' })).toEqual({
    status: 403,
    body: { detail: 'Invalid CSRF token or client identifier.' },
  })
  expect(await write({ 'Prefect-Csrf-Token': token, 'Prefect-Csrf-Client': 'one' })).toMatchObject({
    status: 200,
  })
  expect(await ask(prefect, 'GET', '/version')).toMatchObject({ status: 200 })
})

test('as Cloud it serves one workspace under its ids, and nothing elsewhere', async () => {
  const cloud = {
    account: 'aaaa0000-0000-4000-8000-000000000001',
    workspace: 'bbbb0000-0000-4000-8000-000000000002',
  }
  prefect = await startPrefect({ cloud })
  const { id, url } = prefect.addFlowRun({ state: 'FAILED' })
  expect(url).toBe(`${prefect.uiUrl}/runs/flow-run/${id}`)
  expect(new URL(url).pathname).toBe(
    `/account/${cloud.account}/workspace/${cloud.workspace}/runs/flow-run/${id}`,
  )
  expect(await ask(prefect, 'GET', `/flow_runs/${id}`)).toMatchObject({ status: 200 })
  const elsewhere = await fetch(`${new URL(prefect.apiUrl).origin}/api/flow_runs/${id}`)
  expect(elsewhere.status).toBe(404)
})

test('a missing last slash is redirected, another method is refused', async () => {
  prefect = await startPrefect()
  const answer = await fetch(`${prefect.apiUrl}/flow_run_states?flow_run_id=1`, { redirect: 'manual' })
  expect(answer.status).toBe(307)
  expect(answer.headers.get('location')).toBe(`${prefect.apiUrl}/flow_run_states/?flow_run_id=1`)
  expect(await ask(prefect, 'GET', '/events')).toEqual({
    status: 405,
    body: { detail: 'Method Not Allowed' },
  })
})

test.each([
  ['0.8.4', 200],
  ['0.10.0', 200],
  ['0.7.9', 400],
  ['latest', 400],
])('a request for version %s of the API gets %i', async (version, status) => {
  prefect = await startPrefect()
  const headers = { 'x-prefect-api-version': version }
  expect(await ask(prefect, 'GET', '/admin/version', undefined, headers)).toMatchObject({ status })
})

test('ids are taken in upper case and without dashes', async () => {
  prefect = await startPrefect()
  const { id } = prefect.addFlowRun({ state: 'FAILED' })
  for (const written of [id.toUpperCase(), id.replaceAll('-', '')]) {
    expect(await ask(prefect, 'GET', `/flow_runs/${written}`)).toMatchObject({ status: 200, body: { id } })
  }
})

const event = (more: object) => ({
  id: crypto.randomUUID(),
  occurred: '2026-11-21T10:22:19.661Z',
  event: 'github.pull_request.closed',
  resource: { 'prefect.resource.id': 'prefect.flow-run.1' },
  ...more,
})

test.each([
  ['an id that is none', { id: '17' }],
  ['no time', { occurred: undefined }],
  ['a number as a label', { resource: { 'prefect.resource.id': 'one', 'pr.number': 42 } }],
  ['an empty id of its resource', { resource: { 'prefect.resource.id': '' } }],
  ['a related resource without a role', { related: [{ 'prefect.resource.id': 'one' }] }],
  ['a list as its payload', { payload: [] }],
])('an event with %s is refused', async (_name, more) => {
  prefect = await startPrefect()
  const answer = await ask(prefect, 'POST', '/events', [event(more)])
  expect(answer).toMatchObject({ status: 422, body: { exception_message: 'Invalid request received.' } })
  expect(prefect.events).toEqual([])
})

test('an event that came before, or is too large, is taken and dropped', async () => {
  prefect = await startPrefect()
  const first = event({ payload: { number: 42 } })
  const large = event({ payload: { text: 'x'.repeat(1_500_000) } })
  for (const posted of [first, first, large]) {
    expect(await ask(prefect, 'POST', '/events', [posted])).toEqual({ status: 204, body: null })
  }
  expect(prefect.events).toEqual([first])
})
