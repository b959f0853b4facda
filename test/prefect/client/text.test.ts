import fc from 'fast-check'
import nock from 'nock'
import { afterEach, expect, test } from 'vitest'
import { aClient } from './a-client.ts'

afterEach(() => nock.cleanAll())

const id = 'e1ded7c6-084e-4766-af0e-830a9795b197'
const odd = 'a\0b\ud800c\udc00d \u{1f600}'
const clean = 'ab\ufffdc\ufffdd \u{1f600}'
const timestamp = '2026-11-21T10:22:18Z'
const state = { type: odd, name: odd, timestamp, message: odd }
const cleanState = { type: clean, name: clean, timestamp, message: clean }
const answers = () => nock('http://prefect.test/api')

test('what no database would store is taken out of a flow run and its state', async () => {
  const names = { name: odd, state_name: odd, deployment_version: odd, work_pool_name: odd }
  const run = { ...names, id, flow_id: `${id}\0`, work_queue_name: odd, state }
  answers().get(`/flow_runs/${id}`).reply(200, run)
  expect(await aClient().client.readFlowRun(id)).toMatchObject({
    flowId: id,
    name: clean,
    stateName: clean,
    deploymentVersion: clean,
    workPoolName: clean,
    workQueueName: clean,
    state: cleanState,
  })
})

test('and out of histories, names and reasons', async () => {
  const named = { id, name: odd }
  answers().get('/flow_run_states/').query({ flow_run_id: id }).reply(200, [state])
  answers().get(`/deployments/${id}`).reply(200, named)
  answers().get(`/flows/${id}`).reply(200, named)
  answers()
    .post(`/flow_runs/${id}/set_state`)
    .reply(200, { status: 'REJECT', state, details: { reason: odd } })
  const { client } = aClient()

  expect(await client.readFlowRunStates(id)).toEqual([cleanState])
  expect(await client.readDeployment(id)).toMatchObject({ id, name: clean })
  expect(await client.readFlow(id)).toEqual({ id, name: clean })
  expect(await client.setFlowRunState(id, { message: 'm', force: true })).toEqual({
    status: 'REJECT',
    reason: clean,
    state: cleanState,
  })
})

test('whatever a server says, no error carries half a character', async () => {
  const said = fc.string({ unit: 'binary', maxLength: 400 })
  await fc.assert(
    fc.asyncProperty(said, async (detail) => {
      answers().get('/admin/version').reply(400, { detail })
      const error: unknown = await aClient()
        .client.readVersion()
        .catch((thrown: unknown) => thrown)
      const message = String(error)
      expect(message.isWellFormed()).toBe(true)
      expect(message).not.toContain('\0')
    }),
    { numRuns: 40, examples: [[`${'x'.repeat(199)}\u{1f600}`]] },
  )
})
