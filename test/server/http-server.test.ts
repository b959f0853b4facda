import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '../../src/server/http-server.ts'

async function start(maxConnections?: number) {
  const address = { host: '127.0.0.1', port: 0, ...(maxConnections === undefined ? {} : { maxConnections }) }
  const listener = await listen(async ({ headers }, response) => {
    response.end(String(Object.keys(headers).length))
  }, address)
  onTestFinished(() => listener.close())
  return listener
}

test('connections beyond the bound are closed at once, and there is room again when one goes', async () => {
  const { url } = await start(1)
  const { hostname, port } = new URL(url)
  const open = () => connect(Number(port), hostname).resume()

  const first = open()
  first.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(first, 'data')
  await once(open(), 'close')
  first.end()
  await once(first, 'close')
  expect((await fetch(url, { headers: { connection: 'close' } })).status).toBe(200)
})

test.each([
  ['as many headers as GitHub and a proxy send', 80, 10, 200],
  ['headers of more than 16 KiB', 80, 300, 431],
])('%s', async (_, count, length, status) => {
  const { url } = await start()
  const named = Array.from({ length: count }, (_, index) => [`x-${index}`, 'x'.repeat(length)])
  const sent = request(url, { headers: Object.fromEntries(named), agent: false })
  sent.end()
  const [response] = await once(sent, 'response')
  response.resume()
  expect(response.statusCode).toBe(status)
})

test('of ever so many headers only so many are looked at', async () => {
  const { url } = await start()
  const headers = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x-${index}`, 'x']))
  const response = await fetch(url, { headers: { ...headers, connection: 'close' } })
  expect(Number(await response.text())).toBeLessThanOrEqual(100)
})
