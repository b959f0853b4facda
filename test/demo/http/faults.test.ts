import { afterEach, beforeEach, expect, test } from 'vitest'
import { NotReachedError } from '../../../src/demo/http/index.ts'
import { type PrefectStandIn, startPrefect } from '../../../src/demo/prefect/index.ts'
import { ask, propose } from '../prefect/ask.ts'

let prefect: PrefectStandIn
beforeEach(async () => {
  prefect = await startPrefect()
})
afterEach(() => prefect.close())

test('an answer can be lost after the state was set', async () => {
  const { id } = prefect.addFlowRun({ state: 'FAILED' })
  prefect.faults.add({ path: '/flow_runs/{id}/set_state', when: 'after-acting', times: 1, answer: 'reset' })
  await expect(propose(prefect, id, true)).rejects.toThrow('fetch failed')
  expect(prefect.flowRun(id).state_type).toBe('SCHEDULED')
  expect(prefect.calls.of('set_state')).toMatchObject([{ method: 'POST', status: null }])
  expect(await propose(prefect, id, true)).toMatchObject({ status: 201 })
})

test('a request can fail before it has an effect, as often as was said', async () => {
  const { id } = prefect.addFlowRun({ state: 'FAILED' })
  const headers = { 'retry-after': '7' }
  prefect.faults.add({ method: 'POST', path: /set_state$/, times: 2, answer: { status: 429, headers } })
  const statuses = []
  for (let count = 0; count < 3; count++) statuses.push((await propose(prefect, id, true)).status)
  expect(statuses).toEqual([429, 429, 201])
  expect(prefect.states(id)).toHaveLength(2)
})

test('a proxy can answer with its own page', async () => {
  prefect.faults.add({ answer: 'html' })
  const answer = await fetch(`${prefect.apiUrl}/version`)
  expect(answer.status).toBe(502)
  expect(answer.headers.get('content-type')).toBe('text/html')
})

test('a fault stays until it is removed', async () => {
  const remove = prefect.faults.add({ path: '/version', answer: { status: 500 } })
  expect(await ask(prefect, 'GET', '/version')).toMatchObject({ status: 500 })
  expect(await ask(prefect, 'GET', '/admin/version')).toMatchObject({ status: 200 })
  remove()
  expect(await ask(prefect, 'GET', '/version')).toMatchObject({ status: 200 })
})

test('a request that is left hanging ends with its sender, or with the stand-in', async () => {
  prefect.faults.add({ answer: 'hang' })
  const patient = ask(prefect, 'GET', '/version')
  const ended = expect(patient).rejects.toThrow('fetch failed')
  await prefect.until(() => prefect.calls.of('/version')[0])
  await expect(fetch(`${prefect.apiUrl}/ready`, { signal: AbortSignal.timeout(50) })).rejects.toThrow(
    'timeout',
  )
  expect(prefect.calls).toMatchObject([{ path: '/version', status: null }, { path: '/ready' }])
  await prefect.close()
  await ended
})

test('every n-th request is refused where the database is often locked', async () => {
  const flaky = await startPrefect({ flaky: 3 })
  const answers = []
  for (let count = 0; count < 6; count++) answers.push(await ask(flaky, 'GET', '/version'))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 200, 200, 503])
  expect(answers[2]?.body).toEqual({ exception_message: 'Service Unavailable' })
  await flaky.close()
})

test('what is waited for is given once it is there', async () => {
  const { id } = prefect.addFlowRun({ state: 'FAILED' })
  const scheduled = prefect.until(() => prefect.states(id).find(({ type }) => type === 'SCHEDULED'))
  const call = prefect.until(() => prefect.calls.of('set_state')[0])
  await propose(prefect, id, true, { type: 'SCHEDULED', message: 'now' })
  expect((await scheduled).message).toBe('now')
  expect((await call).body).toMatchObject({ force: true })
})

test('a wait in vain tells what was seen instead', async () => {
  const { id } = prefect.addFlowRun({ state: 'FAILED', name: 'brisk-otter' })
  await ask(prefect, 'GET', `/flow_runs/${id}`)
  const waited = prefect.until(() => prefect.calls.of('set_state')[0], { within: 20, what: 'A state' })
  const error = await waited.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(NotReachedError)
  expect(String(error)).toContain('A state was not reached within 20 ms')
  expect(String(error)).toContain(`GET /flow_runs/${id} → 200`)
  expect(String(error)).toContain(`flow run ${id} (brisk-otter): Failed`)
})

test('closing ends what is still waited for', async () => {
  const ended = expect(prefect.until(() => false)).rejects.toThrow('before the stand-in was closed')
  await prefect.close()
  await ended
})
