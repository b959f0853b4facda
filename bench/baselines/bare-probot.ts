/** Probot's own server with an app that does nothing: it verifies, parses and answers, and stores nothing. */
import { createServer } from 'node:net'
import { Probot, Server } from 'probot'

/** Probot takes port 0 for 3000, so a free one is looked for. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

const port = await freePort()
const server = new Server({
  host: '127.0.0.1',
  port,
  Probot: Probot.defaults({
    appId: Number(process.env['APP_ID']),
    privateKey: process.env['PRIVATE_KEY'] ?? '',
    secret: process.env['WEBHOOK_SECRET'] ?? '',
    logLevel: 'error',
  }),
})
await server.load((app) => {
  app.on('pull_request.closed', () => {})
})
await server.start()
process.stdout.write(`${JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}` })}\n`)
