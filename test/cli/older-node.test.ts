import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect } from 'vitest'
import { startProgram } from '../app/program.ts'
import { bin, test } from './command.ts'

const folders = ['/usr/bin', '/usr/local/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
const older = folders.map((folder) => join(folder, 'node')).find((node) => existsSync(node) && isOlder(node))

function isOlder(node: string): boolean {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)\./.exec(version)?.[1]) < 24
}

test.skipIf(older === undefined)('an older Node is told in a line which one is needed', async ({ desk }) => {
  const { folder } = desk
  const program = await startProgram({
    command: older ?? '',
    arguments: [bin, 'find'],
    environment: {},
    folder,
  })
  expect((await program.exit).code).toBe(1)
  expect(program.output('stdout')).toBe('')
  expect(program.output('stderr')).toMatch(
    /^resume-on-merge needs Node 24 or newer, and this is Node \d+\..*right one\.$/,
  )
})
