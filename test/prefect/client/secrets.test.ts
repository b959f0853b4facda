import { inspect } from 'node:util'
import nock from 'nock'
import { afterEach, expect, test } from 'vitest'
import type { PrefectCredentials } from '../../../src/prefect/index.ts'
import { aClient } from './a-client.ts'

afterEach(() => nock.cleanAll())

const id = 'e1ded7c6-084e-4766-af0e-830a9795b197'
const encoded = Buffer.from('admin:hunter2').toString('base64')
const known: PrefectCredentials[] = [
  { kind: 'key', key: 'pnu_hunter2' },
  { kind: 'basic', authString: 'admin:hunter2' },
]

test.each([400, 401, 403, 404, 409, 422, 429, 500, 503])(
  'no error with %i gives a secret away',
  async (status) => {
    for (const credentials of known) {
      const said = `Bearer pnu_hunter2, Basic ${encoded}, admin:hunter2, hunter2`
      const body = { exception_message: said, detail: said, request_body: said }
      nock('http://prefect.test').get('/api/admin/version').reply(status, body)
      nock('http://prefect.test').post(`/api/flow_runs/${id}/set_state`).reply(status, body)
      const { client } = aClient({ credentials, maxRetries: 0 })

      const failures = await Promise.allSettled([
        client.readVersion(),
        client.setFlowRunState(id, { message: 'm', force: true }),
      ])
      const shown = inspect(failures, { depth: 9, showHidden: true })
      for (const secret of secretsOf(credentials)) expect(shown).not.toContain(secret)
    }
  },
)

test('what a server says is cut to one short line', async () => {
  nock('http://prefect.test')
    .get('/api/admin/version')
    .reply(400, { detail: `first\nsecond\u0000\u202e ${'x'.repeat(10_000)}` })
  const error: unknown = await aClient()
    .client.readVersion()
    .catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ reason: expect.stringMatching(/^first second x+$/) })
  expect(String(error).length).toBeLessThan(500)
})

function secretsOf(credentials: PrefectCredentials): string[] {
  return credentials.kind === 'key' ? ['pnu_hunter2'] : [encoded, 'hunter2']
}
