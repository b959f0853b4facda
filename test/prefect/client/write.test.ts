import { expect, test } from 'vitest'
import { PrefectAmbiguousAnswerError } from '../../../src/prefect/index.ts'
import { aClient } from './a-client.ts'
import { startPrefect } from './prefect-server.ts'

const id = 'e1ded7c6-084e-4766-af0e-830a9795b197'
const change = { message: 'Resumed by merge of acme/etl#42 (abc1234)', force: true }

test('a state whose answer is lost after it was set is not set again: the caller is told to read', async () => {
  const states: string[] = []
  const { apiUrl, received } = await startPrefect((response, { body }) => {
    states.push(body)
    response.socket?.destroy()
  })
  const { client, waits } = aClient({ apiUrl })

  const error: unknown = await client.setFlowRunState(id, change).catch((reason: unknown) => reason)

  expect(error).toBeInstanceOf(PrefectAmbiguousAnswerError)
  expect(error).toMatchObject({ retryable: true, status: null })
  expect(states).toEqual([
    JSON.stringify({ state: { type: 'SCHEDULED', name: 'Scheduled', message: change.message }, force: true }),
  ])
  expect(received).toHaveLength(1)
  expect(waits).toEqual([])
})
