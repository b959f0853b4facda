import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createWholeFetch } from '../../src/server/whole-fetch.ts'

async function serverThat(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
}

test('an answer comes as it is', async () => {
  const url = await serverThat((response) => response.writeHead(201, { link: 'next' }).end('{"id":1}'))
  const response = await createWholeFetch(5000)(url)
  expect([response.status, response.headers.get('link'), await response.json()]).toEqual([
    201,
    'next',
    { id: 1 },
  ])
})

test('an answer may have no body', async () => {
  const url = await serverThat((response) => response.writeHead(204).end())
  expect((await createWholeFetch(5000)(url)).status).toBe(204)
})

test('who does not answer in time is given up', async () => {
  const url = await serverThat(() => {})
  await expect(createWholeFetch(50)(url)).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('who does not come to an end in time is given up', async () => {
  const url = await serverThat((response) => void response.writeHead(200).write('['))
  await expect(createWholeFetch(50)(url)).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('an answer that breaks off is none', async () => {
  const url = await serverThat((response) => {
    response.writeHead(200, { 'content-length': '100' }).write('[', () => response.destroy())
  })
  await expect(createWholeFetch(5000)(url)).rejects.toThrow()
})

test('who asks may give it up, too', async () => {
  const url = await serverThat(() => {})
  const leaving = AbortSignal.abort(new Error('leaving'))
  await expect(createWholeFetch(5000)(url, { signal: leaving })).rejects.toThrow('leaving')
})
