import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, type TestContext, test } from 'vitest'

const program = fileURLToPath(new URL('../../../dist/cli/bin.js', import.meta.url))

/** Starts the demo with a folder for temporary files of its own; both are gone after the test, however it went. */
async function runDemo({ onTestFinished }: TestContext, ...given: string[]) {
  const temporary = await mkdtemp(join(tmpdir(), 'demo-command-'))
  const demo = spawn(process.execPath, [program, 'demo', ...given], {
    env: { PATH: process.env['PATH'], TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(async () => {
    demo.kill('SIGKILL')
    await rm(temporary, { recursive: true })
  })
  return { demo, temporary, ended: once(demo, 'exit').then(([code]) => code) }
}

describe.concurrent('the command', () => {
  test.for(['SIGINT', 'SIGTERM'] as const)(
    'prints an address, and leaves nothing behind on %s, while somebody looks and a run is under way',
    async (signal, context) => {
      const { demo, temporary, ended } = await runDemo(context)
      const [line] = await Promise.race([once(demo.stdout, 'data'), text(demo.stderr)])
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
      expect(await ended).toBe(0)
      await stream.body?.cancel().catch(() => undefined)
      expect(await readdir(temporary)).toEqual([])
    },
  )

  test('leaves nothing behind either where the story that it tells once is interrupted', async (context) => {
    const { demo, temporary, ended } = await runDemo(context, '--once')
    await once(demo.stderr, 'data')
    demo.kill('SIGINT')
    expect(await ended).toBe(1)
    expect(await readdir(temporary)).toEqual([])
  })

  test('says which port is taken, and what to do', async (context) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const { demo, ended } = await runDemo(context, '--port', port)
    const [said, code] = await Promise.all([text(demo.stderr), ended])
    other.close()
    expect(said).toContain(`Port ${port} is taken`)
    expect(said).toContain('--port')
    expect(code).toBe(1)
  })

  test.for(['many', '-1', '65536', '1.5'])('a port of %s is wrong usage', async (port, context) => {
    const { demo, ended } = await runDemo(context, `--port=${port}`)
    const [said, code] = await Promise.all([text(demo.stderr), ended])
    expect(said).toContain('0 to 65535')
    expect(code).toBe(2)
  })
})
