/**
 * What somebody would write in an afternoon: takes a delivery, checks its signature, makes the same calls to Prefect
 * as the App, and answers. It stores nothing, follows nothing and comments nothing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Agent, createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import fetch from 'node-fetch'
import { z } from 'zod'

const api = process.env['PREFECT_API_URL'] ?? ''
const secret = process.env['WEBHOOK_SECRET'] ?? ''
const agent = new Agent({ keepAlive: true })

const payloadSchema = z.object({ pull_request: z.object({ body: z.string(), merged: z.boolean() }) })
const runSchema = z.object({ flow_id: z.string(), deployment_id: z.string() })

async function read(path: string): Promise<unknown> {
  return await (await fetch(`${api}${path}`, { agent })).json()
}

async function resume(id: string): Promise<void> {
  const [run] = await Promise.all([read(`/flow_runs/${id}`), read(`/flow_run_states/?flow_run_id=${id}`)])
  const { flow_id, deployment_id } = runSchema.parse(run)
  await Promise.all([read(`/deployments/${deployment_id}`), read(`/flows/${flow_id}`)])
  await fetch(`${api}/flow_runs/${id}/set_state`, {
    method: 'POST',
    agent,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ state: { type: 'SCHEDULED', name: 'Scheduled' }, force: true }),
  })
}

const server = createServer(async (request, response) => {
  const body = await text(request)
  const wanted = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
  const signature = Buffer.from(String(request.headers['x-hub-signature-256']))
  if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted)) {
    response.writeHead(401).end()
    return
  }
  response.end('ok')
  const { pull_request } = payloadSchema.parse(JSON.parse(body))
  const id = /flow-run\/([0-9a-f-]{36})/.exec(pull_request.body)?.[1]
  if (pull_request.merged && id !== undefined) await resume(id)
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  process.stdout.write(`${JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}` })}\n`)
})
