import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PrefectClientOptions } from '../../../src/prefect/index.ts'
import { aClient } from './a-client.ts'
import { startPrefect } from './prefect-server.ts'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))

async function headersWith(options: Partial<PrefectClientOptions>) {
  const { apiUrl, received } = await startPrefect((response) => response.writeHead(204).end())
  const event = {
    id: 'e',
    occurred: '2026-11-21T10:22:19Z',
    event: 'e',
    resource: { 'prefect.resource.id': 'ü' },
  }
  await aClient({ apiUrl, ...options }).client.sendEvents([event])
  const { headers, body } = received[0] ?? { headers: {}, body: '' }
  return { ...headers, length: String(Buffer.byteLength(body)) }
}

test('a key is a bearer, user and password are basic, nothing is nothing', async () => {
  const none = await headersWith({})
  expect(none.authorization).toBeUndefined()
  const key = await headersWith({ credentials: { kind: 'key', key: 'pnu_123' } })
  expect(key.authorization).toBe('Bearer pnu_123')
  const basic = await headersWith({ credentials: { kind: 'basic', authString: 'admin:pässword' } })
  expect(basic.authorization).toBe(`Basic ${Buffer.from('admin:pässword').toString('base64')}`)
})

test('we name ourselves, and say how long the body is: Prefect Cloud wants to know', async () => {
  const headers = await headersWith({})
  expect(headers).toMatchObject({
    'user-agent': `resume-on-merge/${version}`,
    'content-type': 'application/json',
    accept: 'application/json',
    'content-length': headers.length,
  })
})

test('headers for a proxy go along, but do not change who asks', async () => {
  const headers = await headersWith({
    credentials: { kind: 'key', key: 'pnu_123' },
    headers: {
      'CF-Access-Client-Id': 'proxy',
      'user-agent': 'somebody',
      AUTHORIZATION: 'Bearer other',
      'Prefect-Csrf-Token': 'token',
      'prefect-csrf-client': 'client',
      'Content-Length': '3',
      'Content-Type': 'text/plain',
    },
  })
  expect(headers).toMatchObject({
    'cf-access-client-id': 'proxy',
    'user-agent': `resume-on-merge/${version}`,
    authorization: 'Bearer pnu_123',
    'content-type': 'application/json',
  })
  expect(headers).not.toHaveProperty('prefect-csrf-token')
  expect(headers).not.toHaveProperty('prefect-csrf-client')
})

test('a proxy may want an Authorization of its own when Prefect wants none', async () => {
  const { authorization } = await headersWith({ headers: { authorization: 'Basic proxy' } })
  expect(authorization).toBe('Basic proxy')
})

test.each(['/', '', '//'])('the API’s URL may end in %j', async (ending) => {
  const { apiUrl, received } = await startPrefect((response) => response.writeHead(200).end('"3.8.8"'))
  expect(await aClient({ apiUrl: `${apiUrl}${ending}` }).client.readVersion()).toBe('3.8.8')
  expect(received[0]?.path).toBe('/api/admin/version')
})

test.each([
  'ftp://prefect.test/api',
  'prefect.test/api',
  '',
  'http://admin:hunter2@prefect.test/api',
  'http://prefect.test/api?token=hunter2',
])('%s is no API’s URL, and is not repeated: it may hold a password', (apiUrl) => {
  expect(() => aClient({ apiUrl })).toThrow(/^The URL of the Prefect API is not an http\(s\) URL/)
  expect(() => aClient({ apiUrl })).not.toThrow(/hunter2/)
})
