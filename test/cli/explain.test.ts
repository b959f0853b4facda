import { randomUUID } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, vi } from 'vitest'
import type { Inbox } from '../../src/inbox/index.ts'
import { aFilledStore } from '../fixtures/a-filled-store.ts'
import { type Desk, stack, test } from './command.ts'

const flowRunId = randomUUID()
const guid = randomUUID()
const hostileName = 'evil\u001B[31m pudu'

/** A store as a server leaves it; open until the test is over with it. */
async function fill({ folder }: Desk, name = 'data'): Promise<Inbox> {
  const dataFolder = join(folder, name)
  await mkdir(dataFolder)
  return await aFilledStore({ databaseUrl: null, dataFolder }, guid, { id: flowRunId, name: hostileName })
}

describe.concurrent('explain', () => {
  test('answers in an otherwise empty folder, while a server has the store open', async ({ desk }) => {
    const inbox = await fill(desk)
    for (const asked of ['acme/etl#42', guid, flowRunId]) {
      const { code, stdout, stderr } = await desk.run(['explain', asked])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      const [verdict] = stdout.split('\n')
      expect(verdict).toBe('acme/etl#42: "evil pudu" was resumed, and waits to be picked up (Scheduled).')
      expect(stdout).toContain(flowRunId)
      expect(stdout).toContain(guid)
    }
    await inbox.close()
  })

  test('prints one JSON document for machines, on one line', async ({ desk }) => {
    await (await fill(desk)).close()
    const { code, stdout, stderr } = await desk.run(['explain', '--json', 'acme/etl#42'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')).toHaveLength(1)
    expect(JSON.parse(stdout)).toMatchObject({
      asked: 'acme/etl#42',
      store: join(desk.folder, 'data/inbox.sqlite'),
      found: [{ deliveries: [{ guid }], merge: { number: 42, runs: [{ id: flowRunId, acts: true }] } }],
    })
  })

  test('looks where DATA_DIR says, in .env too, whatever else is wrong there', async ({ desk }) => {
    await (await fill(desk, 'elsewhere')).close()
    await desk.put({ '.env': 'DATA_DIR=elsewhere\nAPP_ID=none\nPRIVATE_KEY_PATH=missing.pem\n' })
    const { code, stderr } = await desk.run(['explain', 'acme/etl#42'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test.for(['acme/etl#43', randomUUID()])(
    'fails for what is not there, and says what to check: %s',
    async (asked, { desk }) => {
      await (await fill(desk)).close()
      const { code, stdout, stderr } = await desk.run(['explain', asked])
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      for (const said of [asked, 'Recent deliveries', join(desk.folder, 'data/inbox.sqlite'), 'DATA_DIR']) {
        expect(stderr).toContain(said)
      }
      expect(stderr).not.toMatch(stack)
    },
  )

  const nothing = [
    { name: 'no store', environment: {}, says: /^There is no store at .*data\/inbox\.sqlite\. .*DATA_DIR/ },
    {
      name: 'a Postgres that is not there',
      environment: { DATABASE_URL: 'postgres://ada:secret@127.0.0.1:1/db' },
      says: /^The Postgres of DATABASE_URL \(127\.0\.0\.1:1\/db\) cannot be used/,
    },
    { name: 'a wrong DATABASE_URL', environment: { DATABASE_URL: 'mysql://x' }, says: /DATABASE_URL/ },
  ]
  test.for(nothing)('fails where there is $name, and says so', async ({ environment, says }, { desk }) => {
    const { code, stdout, stderr } = await desk.run(['explain', 'acme/etl#42'], environment)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(stack)
    expect(stderr).not.toContain('secret')
  })

  test('says so when the store is damaged', async ({ desk }) => {
    await mkdir(join(desk.folder, 'data'))
    await desk.put({ 'data/inbox.sqlite': 'no database, but long enough to be looked at'.repeat(100) })
    const { code, stdout, stderr } = await desk.run(['explain', 'acme/etl#42'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/inbox\.sqlite is damaged, or no SQLite database/)
    expect(stderr).not.toMatch(stack)
  })

  test('reads a store that it may only read', async ({ desk }) => {
    await (await fill(desk)).close()
    const data = join(desk.folder, 'data')
    await chmod(join(data, 'inbox.sqlite'), 0o444)
    await chmod(data, 0o555)
    const { code } = await desk.run(['explain', 'acme/etl#42'])
    await chmod(data, 0o755)
    expect(code).toBe(0)
  })
})

vi.setConfig({ testTimeout: 60_000 })
