import { mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, vi } from 'vitest'
import { startProgram } from '../app/program.ts'
import { bin, type Desk, stack, test } from './command.ts'

/** Settings of somebody's that the demo must not heed; each would end it, or lead it elsewhere. */
const planted = {
  APP_ID: '1',
  PRIVATE_KEY: 'no key',
  WEBHOOK_SECRET: 'x',
  GHE_HOST: 'github.invalid',
  PREFECT_API_URL: 'https://prefect.invalid/api',
  PREFECT_API_KEY: 'pnu_planted',
  PREFECT_PROFILE: 'planted',
  DATABASE_URL: 'postgres://planted:planted@127.0.0.1:1/planted',
  DATA_DIR: '/dev/null',
  HOST: '203.0.113.7',
  PORT: 'none',
  DRY_RUN: 'true',
  WEBHOOK_TEMPLATE: 'missing.jinja',
  ALLOWED_REPOSITORIES: 'nobody/nothing',
}

const profiles = 'active = "planted"\n[profiles.planted]\nPREFECT_API_URL = "https://prefect.invalid/api"\n'

async function plant({ folder, put }: Desk): Promise<void> {
  await put({
    '.env': Object.entries(planted)
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(''),
  })
  await mkdir(join(folder, '.prefect'))
  await writeFile(join(folder, '.prefect', 'profiles.toml'), profiles)
}

/** Runs the demo with a folder for temporary files of its own, which is given back. */
async function runDemo(desk: Desk, name: string, environment = {}) {
  const temporary = join(desk.folder, name)
  await mkdir(temporary)
  const ended = await desk.run(['demo', '--once'], { TMPDIR: temporary, ...environment })
  return { ...ended, left: await readdir(temporary) }
}

describe.concurrent('demo --once', () => {
  test('tells the story on stderr, prints the comment on stdout, and leaves nothing behind', async ({
    desk,
  }) => {
    const before = await readdir(desk.folder)
    const { code, stdout, stderr, left } = await runDemo(desk, 'temporary')
    expect(code).toBe(0)
    expect(stdout).toContain('ran again, and completed')
    expect(stdout).not.toMatch(/^(?:GitHub|App|Prefect) {2}/m)
    expect(stderr).toMatch(/acme\/etl#\d+ names http:\/\/127\.0\.0\.1:\d+\/\S+ and is merged/)
    expect(stderr).toMatch(/Prefect +\S+ is Completed/)
    expect(stderr).not.toMatch(stack)
    expect(left).toEqual([])
    expect(await readdir(desk.folder)).toEqual([...before, 'temporary'])
  })

  test('heeds nobody’s settings: not the environment, .env or a profile', async ({ desk }) => {
    await plant(desk)
    const { code, stdout, stderr } = await runDemo(desk, 'temporary', planted)
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('invalid') })
    expect(stdout).toContain('ran again, and completed')
  })

  test('runs beside another one', async ({ desk }) => {
    const both = await Promise.all([runDemo(desk, 'one'), runDemo(desk, 'two')])
    expect(both.map(({ code, left }) => ({ code, left }))).toEqual([
      { code: 0, left: [] },
      { code: 0, left: [] },
    ])
  })

  const onLinux = process.platform === 'linux'
  test.skipIf(!onLinux)('listens on this machine only', async ({ desk }) => {
    const program = await startProgram({
      command: process.execPath,
      arguments: [bin, 'demo', '--once'],
      environment: { HOME: desk.folder, TMPDIR: desk.folder },
      folder: desk.folder,
    })
    await program.line((line) => (line.includes('is merged') ? line : undefined))
    const addresses = await listeningAddresses(program.pid)
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter((address) => !isLoopback(address))).toEqual([])
    expect((await program.exit).code).toBe(0)
  })
})

/** The local addresses, in the kernel's hexadecimal words, on which a process listens. */
async function listeningAddresses(pid: number): Promise<string[]> {
  const listening = '0A'
  const inodes = await socketsOf(pid)
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8')),
  )
  return tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((row) => row[3] === listening && inodes.has(row[9] ?? ''))
    .map((row) => row[1]?.split(':')[0] ?? '')
}

async function socketsOf(pid: number): Promise<Set<string>> {
  const folder = `/proc/${pid}/fd`
  const links = await Promise.all(
    (await readdir(folder)).map((name) => readlink(join(folder, name)).catch(() => '')),
  )
  return new Set(links.map((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? ''))
}

/** 127.0.0.1, or ::1. */
function isLoopback(address: string): boolean {
  return address === '0100007F' || address === '00000000000000000000000001000000'
}

vi.setConfig({ testTimeout: 60_000 })
