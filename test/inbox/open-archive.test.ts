import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Dossier,
  type Inbox,
  MissingStoreError,
  OtherVersionError,
  openArchive,
  openInbox,
  UnknownFormError,
} from '../../src/inbox/index.ts'
import { mergeKey } from '../../src/resume/index.ts'
import { aFilledStore } from '../fixtures/a-filled-store.ts'
import { aMerge } from '../fixtures/a-merge.ts'

let dataFolder: string
let inbox: Inbox

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'resume-on-merge-archive-'))
  inbox = await aFilledStore({ databaseUrl: null, dataFolder }, 'one', { id: 'a' })
})

afterEach(async () => {
  await inbox.close()
  rmSync(dataFolder, { recursive: true })
})

async function ask(): Promise<Dossier[]> {
  const archive = await openArchive({ databaseUrl: null, dataFolder })
  try {
    return await archive.dossiers({ kind: 'pull-request', repository: 'acme/etl', number: 42 })
  } finally {
    await archive.close()
  }
}

describe('the store', () => {
  test('is read while another connection writes, as it was before', async () => {
    const writer = new DatabaseSync(join(dataFolder, 'inbox.sqlite'))
    writer.exec("BEGIN IMMEDIATE; UPDATE deliveries SET outcome = 'half-way'")
    expect((await ask())[0]?.deliveries).toMatchObject([{ outcome: null }])
    writer.exec('COMMIT')
    expect((await ask())[0]?.deliveries).toMatchObject([{ outcome: 'half-way' }])
    writer.close()
  })

  test('is read when no server has it open, and nothing is left beside it', async () => {
    await inbox.close()
    expect(await ask()).toHaveLength(1)
    expect(readdirSync(dataFolder)).toEqual(['inbox.sqlite'])
    inbox = await openInbox({ databaseUrl: null, dataFolder }, pino({ level: 'silent' }))
  })

  test('that is not there is said to be missing, and not made', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'resume-on-merge-archive-'))
    const opening = openArchive({ databaseUrl: null, dataFolder: empty })
    await expect(opening).rejects.toThrow(MissingStoreError)
    await expect(opening).rejects.toThrow(join(empty, 'inbox.sqlite'))
    expect(readdirSync(empty)).toEqual([])
    rmSync(empty, { recursive: true })
  })

  test.each([
    ['newer', "INSERT INTO kysely_migration (name, timestamp) VALUES ('999-from-the-future', '')"],
    ['older', "DELETE FROM kysely_migration WHERE name LIKE '003%'"],
  ])('with the tables of a version that is %s is not read', async (age, change) => {
    const database = new DatabaseSync(join(dataFolder, 'inbox.sqlite'))
    database.exec(change)
    database.close()
    await expect(ask()).rejects.toThrow(OtherVersionError)
    await expect(ask()).rejects.toMatchObject({ age, place: join(dataFolder, 'inbox.sqlite') })
  })

  test('that is another database altogether is said to hold no store', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'resume-on-merge-archive-'))
    new DatabaseSync(join(folder, 'inbox.sqlite')).close()
    await expect(openArchive({ databaseUrl: null, dataFolder: folder })).rejects.toThrow(MissingStoreError)
    rmSync(folder, { recursive: true })
  })

  test.each(['{"kind":"levitating"}', '{'])(
    'that holds %s as a standing says whose that is',
    async (standing) => {
      const database = new DatabaseSync(join(dataFolder, 'inbox.sqlite'))
      database.prepare('UPDATE merges SET standing = ?').run(standing)
      database.close()
      const asking = ask()
      await expect(asking).rejects.toThrow(UnknownFormError)
      await expect(asking).rejects.toMatchObject({ what: `the standing of ${mergeKey(aMerge())}` })
    },
  )
})
