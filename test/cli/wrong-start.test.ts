import { once } from 'node:events'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { describe, expect, vi } from 'vitest'
import { ProgramError } from '../app/program-error.ts'
import { spawnApp } from '../app/spawn-app.ts'
import { test } from '../app/world.ts'
import { stack } from './command.ts'

/** What a start that cannot be prints, and its exit code. */
async function failedStart(
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  try {
    await (await spawnApp(environment, { endedByCaller: true })).kill()
  } catch (error) {
    if (error instanceof ProgramError) return { code: error.code, output: error.output }
    throw error
  }
  throw new Error('The app started, although it could not be meant to.')
}

function expectLines({ code, output }: { code: number | null; output: string }, lines: RegExp): void {
  expect(output).toMatch(lines)
  expect(output).not.toMatch(stack)
  expect(output.split('\n').length).toBeLessThanOrEqual(2)
  expect(code).toBe(1)
}

describe.concurrent('a start that cannot be says in two lines at most why, and what to do', () => {
  const hosts = ['203.0.113.7', 'no-such-host.invalid']
  test.for(hosts)('HOST is none of this machine: %s', async (host, { environment }) => {
    const said = `^HOST is ${host.replaceAll('.', '\\.')}, which is no address of this machine .* Set it to localhost`
    expectLines(await failedStart({ ...environment, HOST: host }), new RegExp(said))
  })

  const isRoot = process.getuid?.() === 0
  test.skipIf(isRoot || process.platform !== 'linux')(
    'PORT is one that this user may not listen on',
    async ({ environment }) => {
      expectLines(
        await failedStart({ ...environment, PORT: '80' }),
        /^This user may not listen on port 80 .*Set PORT/,
      )
    },
  )

  test('DATA_DIR is a file', async ({ environment, dataFolder }) => {
    const file = join(dataFolder, 'file')
    await writeFile(file, '')
    expectLines(
      await failedStart({ ...environment, DATA_DIR: file }),
      /^DATA_DIR is \S+file, which is a file \(EEXIST\)\. Let it name a folder/,
    )
    expectLines(
      await failedStart({ ...environment, DATA_DIR: join(file, 'below') }),
      /^DATA_DIR is \S+below, which is below a file \(ENOTDIR\)\./,
    )
  })

  test.skipIf(isRoot)('DATA_DIR may not be written to', async ({ environment, dataFolder }) => {
    await chmod(dataFolder, 0o500)
    const failed = await failedStart(environment)
    await chmod(dataFolder, 0o700)
    expectLines(failed, /^DATA_DIR is \S+, where this user may not write \(EACCES\)\./)
  })

  const files = ['inbox.sqlite', 'workflows.sqlite']
  test.for(files)('%s is no database', async (file, { environment, dataFolder }) => {
    await writeFile(join(dataFolder, file), 'this is no database, but a text '.repeat(200))
    const said = new RegExp(
      `^The database \\S+${file} is damaged, .*\\. Restore it from a backup, or move it away`,
    )
    expectLines(await failedStart(environment), said)
  })

  test.for(files)('%s cannot be opened', async (file, { environment, dataFolder }) => {
    await mkdir(join(dataFolder, file))
    const said = new RegExp(`^The database \\S+${file} cannot be opened and written`)
    expectLines(await failedStart(environment), said)
  })

  test('DATABASE_URL leads to nobody', async ({ environment }) => {
    const url = 'postgres://anna:pass%20word@127.0.0.1:1/merges'
    const failed = await failedStart({ ...environment, DATABASE_URL: url })
    expectLines(
      failed,
      /^The Postgres of DATABASE_URL \(127\.0\.0\.1:1\/merges\) cannot be used: .*ECONNREFUSED/,
    )
    expect(failed.output).not.toMatch(/anna|pass/)
  })

  test('DATABASE_URL has a wrong password', async ({ environment }) => {
    const postgres = await refusingPostgres('28P01', 'password authentication failed for user "anna"')
    const url = `postgres://anna:hush@127.0.0.1:${postgres.port}/merges`
    const failed = await failedStart({ ...environment, DATABASE_URL: url })
    postgres.server.close()
    expectLines(
      failed,
      /password authentication failed .*\(28P01\)\. Check the user and password in DATABASE_URL/,
    )
    expect(failed.output).not.toContain('hush')
  })

  test('WEBHOOK_TEMPLATE does not compile', async ({ environment, dataFolder }) => {
    const file = join(dataFolder, 'own.jinja')
    await writeFile(file, 'ok\n{{ body | nonsense }}')
    expectLines(
      await failedStart({ ...environment, WEBHOOK_TEMPLATE: file }),
      /^The template \S+own\.jinja cannot be used\. Line 2 of the template: No filter named 'nonsense'\.\nCorrect it/,
    )
  })

  test('WEBHOOK_TEMPLATE is not there', async ({ environment, dataFolder }) => {
    const { code, output } = await failedStart({ ...environment, WEBHOOK_TEMPLATE: join(dataFolder, 'none') })
    expect(output).toMatch(/WEBHOOK_TEMPLATE names a file that cannot be read \(ENOENT\)/)
    expect(output).not.toMatch(stack)
    expect(code).toBe(1)
  })
})

/** Something that speaks as much of Postgres as to refuse everybody. */
async function refusingPostgres(code: string, message: string): Promise<{ port: number; server: Server }> {
  const fields = `SFATAL\0VFATAL\0C${code}\0M${message}\0\0`
  const answer = Buffer.alloc(5 + fields.length)
  answer.write('E')
  answer.writeInt32BE(4 + fields.length, 1)
  answer.write(fields, 5)
  const server = createServer((socket: Socket) =>
    socket.on('error', () => {}).once('data', () => socket.end(answer)),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A server on a port has an address.')
  return { port: address.port, server }
}

vi.setConfig({ testTimeout: 60_000 })
