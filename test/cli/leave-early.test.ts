import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, vi } from 'vitest'
import { startProgram } from '../app/program.ts'
import { test } from '../app/world.ts'
import { bin, stack } from './command.ts'

/** Takes connections, and never says a word. */
const silent = createServer((socket) => void socket.on('error', () => {}))

test('who is asked to leave while starting, on a database that hangs, leaves at once with 0', async ({
  environment,
  dataFolder,
}) => {
  await once(silent.listen(0, '127.0.0.1'), 'listening')
  const address = silent.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const program = await startProgram({
    command: process.execPath,
    arguments: [bin, 'start'],
    environment: {
      ...environment,
      HOME: dataFolder,
      PORT: '0',
      LOG_FORMAT: 'json',
      DATABASE_URL: `postgres://127.0.0.1:${port}/merges`,
    },
    folder: dataFolder,
  })
  await once(silent, 'connection')
  expect(await program.stop('SIGTERM', 5000)).toEqual({ code: 0, signal: null })
  silent.close()
  expect(program.output()).toContain('left before it had started')
  expect(program.output()).not.toMatch(stack)
})

vi.setConfig({ testTimeout: 60_000 })
