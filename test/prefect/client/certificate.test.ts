import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { aClient } from './a-client.ts'
import { ownCertificate } from './own-certificate.ts'

const { certificate, key } = ownCertificate()
const folder = mkdtempSync(join(tmpdir(), 'resume-on-merge-certificate-'))
const pathOf = (name: string) => join(folder, name)
writeFileSync(pathOf('certificate.pem'), certificate)
writeFileSync(pathOf('key.pem'), key)
writeFileSync(pathOf('text.pem'), 'no certificate')
afterAll(() => rmSync(folder, { recursive: true }))

const id = 'e1ded7c6-084e-4766-af0e-830a9795b197'

/** A server with a certificate that nobody signed but itself. */
async function startSecure(): Promise<{ apiUrl: string; requests: () => number }> {
  let requests = 0
  const server = createServer({ key, cert: certificate }, (_request, response) => {
    requests++
    response.writeHead(200, { 'content-type': 'application/json' }).end('"3.8.8"')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { apiUrl: `https://127.0.0.1:${port}/api`, requests: () => requests }
}

test('a certificate that is not trusted is told with what to do, at once, and nothing is sent', async () => {
  const { apiUrl, requests } = await startSecure()
  const { client, waits } = aClient({ apiUrl })

  await expect(client.readVersion()).rejects.toMatchObject({
    name: 'PrefectUnreachableError',
    retryable: false,
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    message: expect.stringContaining('PREFECT_API_SSL_CERT_FILE'),
  })
  await expect(client.setFlowRunState(id, { message: 'm', force: true })).rejects.toMatchObject({
    name: 'PrefectUnreachableError',
  })
  expect(waits).toEqual([])
  expect(requests()).toBe(0)
})

test('it is trusted when its file is named, or when nothing is looked at', async () => {
  const { apiUrl } = await startSecure()
  const named = aClient({ apiUrl, certificateFile: pathOf('certificate.pem') })
  expect(await named.client.readVersion()).toBe('3.8.8')
  expect(await aClient({ apiUrl, insecureSkipVerify: true }).client.readVersion()).toBe('3.8.8')
})

test.each(['missing.pem', 'key.pem', 'text.pem'])('%s has no certificate to trust', (name) => {
  const options = { apiUrl: 'https://prefect.test/api', certificateFile: pathOf(name) }
  expect(() => aClient(options)).toThrow(/could not be read from .*PREFECT_API_SSL_CERT_FILE/)
})
