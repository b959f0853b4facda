import { request } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect } from 'vitest'
import { repository, test } from './world.ts'

function storedDeliveries(folder: string): unknown[] {
  const database = new DatabaseSync(join(folder, 'inbox.sqlite'), { readOnly: true })
  try {
    return database.prepare('SELECT guid FROM deliveries').all()
  } finally {
    database.close()
  }
}

const secretText = 'only-in-the-payload-of-the-refused-delivery'

describe.concurrent('a delivery that is refused leaves no trace', () => {
  const refused = [
    { name: 'a wrong signature', status: 401, overrides: { secret: 'not the secret of this app' } },
    {
      name: 'a signature of a wrong form',
      status: 401,
      overrides: { headers: { 'X-Hub-Signature-256': 'sha256=xyz' } },
    },
    { name: 'no signature', status: 401, overrides: { headers: { 'X-Hub-Signature-256': null } } },
    {
      name: 'a signature by SHA-1 alone',
      status: 401,
      overrides: { headers: { 'X-Hub-Signature-256': null, 'X-Hub-Signature': 'sha1=00' } },
    },
    { name: 'a body that is no JSON', status: 400, overrides: { rawBody: `payload=${secretText}` } },
    { name: 'no name of the event', status: 400, overrides: { headers: { 'X-GitHub-Event': null } } },
    { name: 'no guid', status: 400, overrides: { headers: { 'X-GitHub-Delivery': null } } },
  ]

  test.for(refused)('$name: $status', async ({ status, overrides }, { app, dataFolder, github }) => {
    const { number } = github.addPullRequest({ repository, title: secretText, body: secretText })
    const delivery = await github.deliver(github.merge({ repository, number }), overrides)
    expect(delivery.statusCode).toBe(status)
    expect(delivery.response.text).toMatch(/^[A-Z].*\.\n$/)
    await app.stop()
    expect(storedDeliveries(dataFolder)).toEqual([])
    expect(app.logs.text()).not.toContain(secretText)
  })

  test('too large, as announced: 413 before it is sent, and the connection closed cleanly', async ({
    app,
    dataFolder,
  }) => {
    const answer = await post(app.url, { 'Content-Length': String(26 * 1024 * 1024) }, 26)
    expect(answer).toMatchObject({ status: 413, connection: 'close' })
    await app.stop()
    expect(storedDeliveries(dataFolder)).toEqual([])
  })

  test('too large, in chunks that announce nothing: 413', async ({ app, dataFolder }) => {
    const answer = await post(app.url, { 'Transfer-Encoding': 'chunked' }, 26)
    expect(answer).toMatchObject({ status: 413, connection: 'close' })
    await app.stop()
    expect(storedDeliveries(dataFolder)).toEqual([])
  })

  test('broken off by its sender: nothing is wrong with us', async ({ app, dataFolder, github }) => {
    const sent = request(`${app.url}/api/github/webhooks`, {
      method: 'POST',
      headers: { 'X-Hub-Signature-256': 'sha256=00', 'Content-Length': '100' },
    })
    const broken = new Promise((resolve) => sent.once('close', resolve))
    sent.once('error', () => {}) // it is ours
    sent.write(secretText, () => sent.destroy())
    await broken
    expect((await github.deliver(github.ping(), { secret: 'another' })).statusCode).toBe(401)
    await app.stop()
    expect(storedDeliveries(dataFolder)).toEqual([])
    expect(app.logs.all().filter(({ level }) => Number(level) >= 50)).toEqual([])
    expect(app.logs.text()).not.toContain(secretText)
  })

  test('other paths and methods: 404', async ({ app, dataFolder }) => {
    const paths = ['/', '/api/github', '/api/github/webhooks/x', '/probot', '//', '/%2e%2e/etc/passwd']
    for (const path of paths) expect((await fetch(`${app.url}${path}`)).status, path).toBe(404)
    expect((await fetch(`${app.url}/api/github/webhooks`)).status).toBe(404)
    await app.stop()
    expect(storedDeliveries(dataFolder)).toEqual([])
  })
})

describe.concurrent('a delivery that is taken', () => {
  test('is stored before it is answered, whatever its event', async ({ app, dataFolder, github }) => {
    void app
    const delivery = await github.deliver(github.ping())
    expect(delivery.statusCode).toBe(200)
    expect(storedDeliveries(dataFolder)).toEqual([{ guid: delivery.guid }])
  })
})

/** Posts so many MiB, signed by nobody, and reads the answer while still writing. */
function post(url: string, headers: Record<string, string>, mebibytes: number) {
  return new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
    const sent = request(`${url}/api/github/webhooks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': 'sha256=00', ...headers },
    })
    sent.once('error', reject)
    sent.once('response', (response) => {
      response.resume()
      response.once('end', () =>
        resolve({ status: response.statusCode, connection: response.headers.connection }),
      )
    })
    for (let written = 0; written < mebibytes; written += 1) sent.write(Buffer.alloc(1024 * 1024, ' '))
    sent.end()
  })
}
