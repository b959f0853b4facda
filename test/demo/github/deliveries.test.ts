import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhooks } from '@octokit/webhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type GitHubStandIn, startGitHub } from '../../../src/demo/github/index.ts'
import { clientsOf } from './octokit.ts'

interface Received {
  headers: IncomingMessage['headers']
  body: string
}

let github: GitHubStandIn
let received: Received[]
let answer: (response: ServerResponse) => void
let receiver: ReturnType<typeof createServer>

beforeEach(async () => {
  received = []
  answer = (response) => response.writeHead(200).end('taken')
  receiver = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) })
    answer(response)
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  github = await startGitHub()
  const { port } = receiver.address() as AddressInfo
  github.hookUrl = `http://127.0.0.1:${port}/api/github/webhooks`
  github.addPullRequest({ number: 42, body: 'Fixes it' })
})
afterEach(async () => {
  receiver.close()
  receiver.closeAllConnections()
  await github.close()
})

test('a delivery is signed so that the official library takes it', async () => {
  const attempt = await github.deliver(github.merge(42))
  expect(attempt).toMatchObject({ status: 'OK', statusCode: 200, event: 'pull_request', action: 'closed' })
  const [{ headers, body } = { headers: {}, body: '' }] = received
  const webhooks = new Webhooks({ secret: github.webhookSecret })
  expect(await webhooks.verify(body, String(headers['x-hub-signature-256']))).toBe(true)
  expect(headers).toMatchObject({
    'x-github-event': 'pull_request',
    'x-github-delivery': attempt.guid,
    'content-type': 'application/json',
    'user-agent': expect.stringMatching(/^GitHub-Hookshot\//),
  })
})

test('a delivery can be made wrong: another secret, other bytes, other headers', async () => {
  const merge = github.merge(42)
  await github.deliver(merge, { secret: 'wrong' })
  await github.deliver(merge, { rawBody: '{', headers: { 'X-Hub-Signature-256': null, 'X-Extra': 'yes' } })
  const webhooks = new Webhooks({ secret: github.webhookSecret })
  const [first, second] = received
  expect(await webhooks.verify(first?.body ?? '', String(first?.headers['x-hub-signature-256']))).toBe(false)
  expect(second).toMatchObject({ body: '{', headers: { 'x-extra': 'yes' } })
  expect(second?.headers).not.toHaveProperty('x-hub-signature-256')
})

test('the same delivery has the same GUID each time, unless another is given', async () => {
  const merge = github.merge(42)
  const guids = [await github.deliver(merge), await github.deliver(merge)].map(({ guid }) => guid)
  expect(guids).toEqual([merge.guid, merge.guid])
  expect(await github.deliver(merge, { guid: 'another' })).toMatchObject({ guid: 'another' })
})

test.each([
  [
    'a refusal',
    'Invalid HTTP Response: 503',
    503,
    (response: ServerResponse) => response.writeHead(503).end(),
  ],
  ['a closed connection', 'failed to connect to host', 502, (response: ServerResponse) => response.destroy()],
  ['no answer in time', 'timed out', 504, () => undefined],
])('%s is kept as failed', async (_name, status, statusCode, act) => {
  answer = act
  expect(await github.deliver(github.merge(42), { limit: 100 })).toMatchObject({ status, statusCode })
})

test('while the App has no address its deliveries fail, and are kept', async () => {
  github.hookUrl = null
  expect(await github.deliver(github.merge(42))).toMatchObject({ status: 'failed to connect to host' })
})

test('the App lists its deliveries page by page, newest first, and asks for one again by its large id', async () => {
  const { app } = await clientsOf(github)
  answer = (response) => response.writeHead(503).end()
  const merge = github.merge(42)
  for (let count = 0; count < 5; count++) await github.deliver(merge)
  const listed = await app.paginate('GET /app/hook/deliveries', { per_page: 2 })
  expect(listed.map(({ id }) => BigInt(id))).toEqual(github.deliveries.map(({ id }) => id).toReversed())

  answer = (response) => response.writeHead(200).end()
  const [{ id } = { id: 0 }] = listed
  expect(typeof id).toBe('bigint')
  await app.request('POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: id })
  const again = await github.until(() => github.deliveries.find(({ redelivery }) => redelivery))
  expect(again).toMatchObject({ guid: merge.guid, status: 'OK', event: 'pull_request' })
  expect(received.at(-1)?.body).toBe(received[0]?.body)

  const { data } = await app.request('GET /app/hook/deliveries/{delivery_id}', { delivery_id: id })
  expect(data.request.payload).toMatchObject({ action: 'closed', number: 42 })
})
