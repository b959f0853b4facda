import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PrefectStandIn, startPrefect } from '../../../src/demo/prefect/index.ts'
import { ask } from './ask.ts'

let prefect: PrefectStandIn
let id: string
beforeAll(async () => {
  prefect = await startPrefect()
  id = prefect.addFlowRun({ state: 'FAILED' }).id
})
afterAll(() => prefect.close())

test('any body gets an answer that Prefect could give, and never one of a broken server', async () => {
  const key = fc.constantFrom(
    'state',
    'type',
    'name',
    'force',
    'id',
    'resource',
    'related',
    'limit',
    'flow_runs',
    'task_runs',
    'start_time',
    'after_',
  )
  const { body } = fc.letrec((tie) => ({
    body: fc.oneof(
      { depthSize: 'small' },
      fc.jsonValue(),
      fc.array(tie('body')),
      fc.dictionary(key, tie('body')),
    ),
  }))
  const path = fc.constantFrom(
    `/flow_runs/${id}/set_state`,
    '/events',
    '/flow_runs/filter',
    '/task_runs/filter',
    '/flow_runs/%zz',
  )
  await fc.assert(
    fc.asyncProperty(path, body, async (where, sent) => {
      const { status } = await ask(prefect, 'POST', where, sent)
      expect([200, 201, 204, 404, 405, 422]).toContain(status)
    }),
    { numRuns: 200 },
  )
})
