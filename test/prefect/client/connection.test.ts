import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createPrefectClient } from '../../../src/prefect/index.ts'
import { aClient } from './a-client.ts'
import { startPrefect } from './prefect-server.ts'

const id = 'e1ded7c6-084e-4766-af0e-830a9795b197'
const change = { message: 'Resumed', force: true }
const run = JSON.stringify({ id, name: 'lyrical-pudu', flow_id: 'f' })
const json = { 'content-type': 'application/json' }

test('connections are used again', async () => {
  const ports = new Set<number | undefined>()
  const { apiUrl, received } = await startPrefect((response) => {
    ports.add(response.socket?.remotePort)
    response.writeHead(200, json).end(run)
  })
  const { client } = aClient({ apiUrl })

  for (let call = 0; call < 5; call++) await client.readFlowRun(id)
  expect(received).toHaveLength(5)
  expect(ports.size).toBe(1)
})

test('an answer that breaks off is read again', async () => {
  const { apiUrl, received } = await startPrefect((response, _request, count) => {
    response.writeHead(200, { ...json, 'content-length': run.length })
    if (count > 1) response.end(run)
    else response.write(run.slice(0, 10), () => response.socket?.resetAndDestroy())
  })
  const { client, calls } = aClient({ apiUrl })

  expect(await client.readFlowRun(id)).toMatchObject({ id })
  expect(received).toHaveLength(2)
  expect(calls).toMatchObject([{ status: null, error: expect.stringMatching(/^[A-Z_]+$/) }, { status: 200 }])
})

test.each(['content-length', 'chunked'])(
  'a write whose answer breaks off is in doubt (%s)',
  async (framing) => {
    const body = '{"status":"ACCEPT"}'
    const { apiUrl, received } = await startPrefect((response) => {
      response.writeHead(201, framing === 'chunked' ? json : { ...json, 'content-length': 100 })
      response.write(body, () => response.socket?.end())
    })
    const { client } = aClient({ apiUrl })

    await expect(client.setFlowRunState(id, change)).rejects.toMatchObject({
      name: 'PrefectAmbiguousAnswerError',
      message: expect.stringContaining('its answer broke off'),
    })
    expect(received).toHaveLength(1)
  },
)

test('who does not answer in time is given up, and a write is in doubt then', async () => {
  const { apiUrl, port, received } = await startPrefect(() => {})
  const { client, calls } = aClient({ apiUrl, timeout: 150, maxRetries: 1 })

  await expect(client.readFlowRun(id)).rejects.toMatchObject({
    name: 'PrefectUnreachableError',
    host: `127.0.0.1:${port}`,
    code: 'TIMEOUT',
    attempts: 2,
    retryable: true,
    message: `Prefect at 127.0.0.1:${port} could not be reached: no whole answer within 0.15 s (2 tries of GET /flow_runs/{id}). Check PREFECT_API_URL and whether Prefect runs.`,
  })
  await expect(client.setFlowRunState(id, change)).rejects.toMatchObject({
    name: 'PrefectAmbiguousAnswerError',
    message: expect.stringContaining('no whole answer within 0.15 s'),
  })
  expect(received).toHaveLength(3)
  expect(calls.map(({ error }) => error)).toEqual(['TIMEOUT', 'TIMEOUT', 'TIMEOUT'])
})

test('the time counts for the whole answer, not for its beginning', async () => {
  const { apiUrl } = await startPrefect((response) => {
    response.writeHead(200, json).write('{"id":')
  })
  const { client } = aClient({ apiUrl, timeout: 40, maxRetries: 0 })
  await expect(client.readFlowRun(id)).rejects.toMatchObject({ code: 'TIMEOUT' })
})

test('whoever leaves ends reads with the reason, and leaves a write in doubt', async () => {
  const { apiUrl, received } = await startPrefect(() => leaving.abort(new Error('we are leaving')))
  let leaving = new AbortController()
  const read = aClient({ apiUrl, signal: leaving.signal }).client
  await expect(read.readFlowRun(id)).rejects.toThrow('we are leaving')

  leaving = new AbortController()
  const write = aClient({ apiUrl, signal: leaving.signal }).client
  await expect(write.setFlowRunState(id, change)).rejects.toMatchObject({
    name: 'PrefectAmbiguousAnswerError',
    cause: expect.objectContaining({ message: 'we are leaving' }),
  })
  expect(received).toHaveLength(2)

  await expect(write.setFlowRunState(id, change)).rejects.toThrow('we are leaving')
  expect(received).toHaveLength(2)
})

test('whoever leaves does not wait for the next try', async () => {
  const leaving = new AbortController()
  const { apiUrl } = await startPrefect((response) => response.writeHead(503, { 'retry-after': '50' }).end())
  const { client } = aClient({
    apiUrl,
    signal: leaving.signal,
    wait: async (_milliseconds, signal) => {
      leaving.abort(new Error('we are leaving'))
      signal?.throwIfAborted()
    },
  })
  await expect(client.readFlowRun(id)).rejects.toThrow('we are leaving')
})

test('left to itself, it waits with a timer, which leaving ends', async () => {
  const leaving = new AbortController()
  const { apiUrl } = await startPrefect((response) => {
    response.writeHead(503, { 'retry-after': '50' }).end()
    response.once('close', () => setImmediate(() => leaving.abort()))
  })
  const client = createPrefectClient({ apiUrl, credentials: { kind: 'none' }, signal: leaving.signal })
  await expect(client.readFlowRun(id)).rejects.toMatchObject({ name: 'AbortError' })
})

test.each(['as it is', 'packed'])('no more than 8 MB are read (%s)', async (kind) => {
  const large = Buffer.alloc(9 * 1024 * 1024, ' ')
  const { apiUrl, received } = await startPrefect((response) => {
    const packed = kind === 'packed'
    response.writeHead(200, packed ? { ...json, 'content-encoding': 'gzip' } : json)
    response.end(packed ? gzipSync(large) : large)
  })
  const { client, calls } = aClient({ apiUrl })

  await expect(client.readFlowRun(id)).rejects.toMatchObject({ name: 'PrefectAnswerError', tooLarge: true })
  expect(received).toHaveLength(1)
  expect(calls).toMatchObject([{ error: 'TOO_LARGE' }])
})

test('runs whose parameters are too much for one answer are read in halves', async () => {
  const ids = Array.from({ length: 5 }, (_, index) => `${id.slice(0, -1)}${index}`)
  const { apiUrl, received } = await startPrefect((response, { body }) => {
    const { any_ }: { any_: string[] } = JSON.parse(body).flow_runs.id
    const parameters = any_.length > 2 ? ' '.repeat(9 * 1024 * 1024) : ''
    response.writeHead(200, json)
    response.end(JSON.stringify(any_.map((each) => ({ id: each, name: 'n', flow_id: 'f', parameters }))))
  })
  const { client } = aClient({ apiUrl })

  expect((await client.filterFlowRuns(ids)).map((found) => found.id)).toEqual(ids)
  expect(received).toHaveLength(5)
})

test('a single run that is too much for one answer is told as such', async () => {
  const { apiUrl, received } = await startPrefect((response) => {
    response.writeHead(200, json).end(Buffer.alloc(9 * 1024 * 1024, ' '))
  })
  await expect(aClient({ apiUrl }).client.filterFlowRuns([id])).rejects.toMatchObject({ tooLarge: true })
  expect(received).toHaveLength(1)
})

test('a redirect is not followed, and nothing is told to where it leads', async () => {
  const elsewhere = await startPrefect((response) => response.writeHead(200, json).end(run))
  const { apiUrl, received } = await startPrefect((response) => {
    response.writeHead(302, { location: `${elsewhere.apiUrl}/flow_runs/${id}` }).end()
  })
  const { client } = aClient({ apiUrl, credentials: { kind: 'key', key: 'pnu_secret' } })

  await expect(client.readFlowRun(id)).rejects.toThrow('Correct PREFECT_API_URL')
  await expect(client.setFlowRunState(id, change)).rejects.toThrow('Correct PREFECT_API_URL')
  expect(received).toHaveLength(2)
  expect(elsewhere.received).toEqual([])
})
