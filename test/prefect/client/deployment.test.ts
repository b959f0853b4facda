import fc from 'fast-check'
import nock from 'nock'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { aClient } from './a-client.ts'

beforeAll(() => nock.disableNetConnect())
afterEach(() => nock.cleanAll())

const id = 'e1ded7c6-084e-4766-af0e-830a9795b197'

/** Reads a deployment that is answered with a name and this. */
function readDeployment(answer: object) {
  nock('http://prefect.test/api')
    .get(`/deployments/${id}`)
    .reply(200, { id, name: 'daily', ...answer })
  return aClient().client.readDeployment(id)
}

test('a deployment of a server that says no more than its name is read, and nothing else is known of it', async () => {
  expect(await readDeployment({})).toEqual({
    id,
    name: 'daily',
    updated: null,
    paused: false,
    status: null,
    lastPolled: null,
    workPoolName: null,
    workQueueId: null,
    workQueueName: null,
    entrypoint: null,
    path: null,
    version: null,
    image: null,
    pullSteps: [],
    concurrencyLimit: null,
  })
})

test.each([
  [{ global_concurrency_limit: { limit: 2 }, concurrency_limit: null }, 2],
  [{ global_concurrency_limit: { limit: 0 }, concurrency_limit: 5 }, 0],
  [{ concurrency_limit: 3 }, 3],
  [{ global_concurrency_limit: null, concurrency_limit: null }, null],
  [{ global_concurrency_limit: { limit: 'two' } }, null],
])('a deployment with %j has the limit %j', async (answer, concurrencyLimit) => {
  expect(await readDeployment(answer)).toMatchObject({ concurrencyLimit })
})

test.each([
  [{ job_variables: { image: 'etl:2' } }, 'etl:2'],
  [{ infra_overrides: { image: 'etl:1' } }, 'etl:1'],
  [{ job_variables: { image: { name: 'etl' } } }, null],
  [{ job_variables: 'image' }, null],
])('a deployment with %j has the image %j', async (answer, image) => {
  expect(await readDeployment(answer)).toMatchObject({ image })
})

test.each([
  ['nothing', null, []],
  ['a text', 'git_clone', []],
  ['steps that are none', [null, 'a', 1, [], {}, ['a'], { one: {}, two: {} }], []],
  ['a step without inputs', [{ 'a.step': null }], [{ step: 'a.step', inputs: {} }]],
  [
    'inputs of one value, and others',
    [{ 'a.step': { text: 't', number: 1, truth: true, nothing: null, list: ['x'], object: { y: 1 } } }],
    [{ step: 'a.step', inputs: { text: 't', number: 1, truth: true, nothing: null } }],
  ],
])('a deployment whose pull steps are %s is read', async (_name, pull_steps, pullSteps) => {
  expect(await readDeployment({ pull_steps })).toMatchObject({ name: 'daily', pullSteps })
})

test('a deployment is readable whatever stands in what we can do without, and none of it breaks a database', async () => {
  const anything = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' })
  const step = fc.dictionary(fc.string(), fc.dictionary(fc.string({ unit: 'binary' }), anything))
  const answer = fc.record({
    pull_steps: fc.oneof(anything, fc.array(fc.oneof(step, anything))),
    job_variables: fc.oneof(anything, fc.record({ image: anything })),
    infra_overrides: anything,
    updated: anything,
    paused: anything,
    status: anything,
    last_polled: anything,
    work_pool_name: anything,
    work_queue_id: anything,
    entrypoint: anything,
    version: anything,
    global_concurrency_limit: anything,
    concurrency_limit: anything,
  })
  await fc.assert(
    fc.asyncProperty(answer, async (said) => {
      const deployment = await readDeployment(said)
      expect(deployment).toMatchObject({ id, name: 'daily', paused: expect.any(Boolean) })
      const kept = JSON.stringify(deployment)
      expect(kept).not.toMatch(/\\u0000|\\ud[89a-f]/i)
    }),
    { numRuns: 40 },
  )
})
