import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../../dist/cli/bin.js', import.meta.url))

function runDemo(temporary: string, ...given: string[]) {
  const environment = { PATH: process.env['PATH'], TMPDIR: temporary, NODE_DISABLE_COMPILE_CACHE: '1' }
  return spawn(process.execPath, [program, 'demo', ...given], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

describe.concurrent('the command', () => {
  test.for(['SIGINT', 'SIGTERM'] as const)(
    'prints an address, and leaves nothing behind on %s, while somebody looks and a run is under way',
    async (signal) => {
      const temporary = await mkdtemp(join(tmpdir(), 'demo-command-'))
      const demo = runDemo(temporary)
      const [line] = await once(demo.stdout, 'data')
      const url = String(line).trim()
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
      expect(await readdir(temporary)).toHaveLength(1)
      const page = await (await fetch(new URL('/acme/etl/pull/1', url))).text()
      const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
      const { origin } = new URL(url)
      const body = new URLSearchParams({ token })
      await fetch(new URL('/acme/etl/pull/1/merge', url), { method: 'POST', headers: { origin }, body })
      const stream = await fetch(new URL('/acme/etl/pull/1/events', url))

      demo.kill(signal)
      const [code] = await once(demo, 'exit')
      expect(code).toBe(0)
      await stream.body?.cancel().catch(() => undefined)
      expect(await readdir(temporary)).toEqual([])
      await rm(temporary, { recursive: true })
    },
  )

  test('says which port is taken, and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const demo = runDemo(tmpdir(), '--port', port)
    const [said, [code]] = await Promise.all([text(demo.stderr), once(demo, 'exit')])
    other.close()
    expect(said).toContain(`Port ${port} is taken`)
    expect(said).toContain('--port')
    expect(code).toBe(1)
  })

  test.for(['many', '-1', '65536', '1.5'])('a port of %s is wrong usage', async (port) => {
    const demo = runDemo(tmpdir(), `--port=${port}`)
    const [said, [code]] = await Promise.all([text(demo.stderr), once(demo, 'exit')])
    expect(said).toContain('0 to 65535')
    expect(code).toBe(2)
  })
})
