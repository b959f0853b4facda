import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type ArchiveQuery,
  type Delivery,
  type Dossier,
  type Inbox,
  openArchive,
  openInbox,
} from '../../src/inbox/index.ts'
import { type Merge, mergeKey, type Plan, type Standing } from '../../src/resume/index.ts'
import { aMerge } from '../fixtures/a-merge.ts'
import { aRunReport } from '../fixtures/a-report.ts'

const first = 'e1ded7c6-084e-4766-af0e-830a9795b197'
const second = '0b6c9a51-7f0e-4a8a-9d52-6c3e14f0a7b8'
const acts: Standing = { kind: 'acts', comment: 'always' }

let dataFolder: string
let inbox: Inbox

const open = (): Promise<Inbox> => openInbox({ databaseUrl: null, dataFolder }, pino({ level: 'silent' }))

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'resume-on-merge-archive-'))
  inbox = await open()
})

afterEach(async () => {
  await inbox.close()
  rmSync(dataFolder, { recursive: true })
})

async function ask(query: ArchiveQuery): Promise<Dossier[]> {
  const archive = await openArchive({ databaseUrl: null, dataFolder })
  try {
    return await archive.dossiers(query)
  } finally {
    await archive.close()
  }
}

const askFor = (repository: string, number = 42): Promise<Dossier[]> =>
  ask({ kind: 'pull-request', repository, number })
const askForId = (id: string): Promise<Dossier[]> => ask({ kind: 'id', id })

function delivered(guid: string, merge: Merge | null, more: Partial<Delivery> = {}): Promise<void> {
  const { id, fullName } = (merge ?? aMerge()).repository
  return inbox.record({
    guid,
    event: 'pull_request',
    action: 'closed',
    repository: { id, fullName },
    number: merge?.number ?? 42,
    merged: merge === null ? null : { merge, request: { method: 'POST', headers: {}, body: '{}' } },
    outcome: null,
    ...more,
  })
}

function planFor(ids: readonly string[], unused: Plan['unused'] = []): Plan {
  const runs = ids.map((id) => ({
    id,
    url: `http://prefect.test/runs/flow-run/${id}`,
    account: null,
    workspace: null,
    why: null,
    event: { event: 'github.pull_request.closed', resource: { 'pr.merged': 'True' } },
  }))
  return { runs, beyondLimit: 1, unused, mismatch: null }
}

/** Another merged pull request of the same repository. */
const other = aMerge({ number: 43, url: 'https://github.com/acme/etl/pull/43', labels: [] })
const merge = aMerge({ labels: ['bug'] })
const key = mergeKey(merge)

test('a merge is told with its deliveries, runs, attempts and comment', async () => {
  await delivered('one', merge)
  await delivered('one', merge)
  await inbox.handedOver(key, planFor([first, second]))
  await inbox.settle('one', 'handed-over', null)
  const report = aRunReport({ id: first })
  await inbox.remember(key, acts, [{ report, position: 0, workspace: 'main', until: Date.now() + 60_000 }])
  const untold = await inbox.claimUntold(key, 1000)
  if (untold === null) throw new Error('There is nothing to tell.')
  await inbox.told(untold, { commentId: '7', digest: 'd', alerts: ['failed-1'], writes: 2 }, 0)

  const [dossier, ...others] = await askFor('acme/etl')
  expect(others).toEqual([])
  expect(dossier?.deliveries).toMatchObject([
    { guid: 'one', timesReceived: 2, outcome: 'handed-over', tellsOfMerge: true },
  ])
  expect(dossier?.merge).toMatchObject({
    ...merge,
    key,
    standing: acts,
    beyondLimit: 1,
    finishedAt: null,
    comment: { id: '7', timesWritten: 2, alerts: ['failed-1'], hasNews: false, failures: 0 },
  })
  const { id: _, url: __, ...stored } = report
  expect(dossier?.merge?.runs).toMatchObject([
    { id: first, acts: true, attempts: [{ ...stored, servedBy: 'main', open: true }] },
    { id: second, attempts: [] },
  ])
})

describe('a pull request is found', () => {
  test('by the name of its repository in any case, but not by a part of it', async () => {
    await delivered('one', merge)
    expect(await askFor('Acme/ETL')).toHaveLength(1)
    expect(await askFor('acme/et')).toEqual([])
    expect(await askFor('acme/etl', 4)).toEqual([])
    expect(await askFor('%/etl')).toEqual([])
  })

  test('by the old and the new name of a renamed repository, with the deliveries of both', async () => {
    await delivered('opened', null, { action: 'opened', outcome: 'not-a-merge' })
    const { repository } = merge
    await delivered('closed', { ...merge, repository: { ...repository, fullName: 'acme/pipelines' } })
    for (const name of ['acme/etl', 'acme/pipelines']) {
      const found = await askFor(name)
      expect(found).toMatchObject([{ merge: { repository: { fullName: 'acme/pipelines' } } }])
      expect(found[0]?.deliveries.map(({ guid }) => guid)).toEqual(['opened', 'closed'])
    }
  })

  test('twice where two repositories had the name', async () => {
    await delivered('one', merge)
    await delivered('two', aMerge({ repository: { ...merge.repository, id: '2002' }, labels: [] }))
    const ids = (await askFor('acme/etl')).map((found) => found.merge?.repository.id)
    expect(ids.toSorted()).toEqual(['1001', '2002'])
  })

  test('without a merge, with all its deliveries', async () => {
    await delivered('b', null, { action: 'opened', outcome: 'not-a-merge' })
    await delivered('a', null)
    await inbox.settle('a', 'not-matched', 'not merged')
    const [dossier] = await askFor('acme/etl')
    expect(dossier?.merge).toBeNull()
    expect(dossier?.deliveries).toHaveLength(2)
    expect(dossier?.deliveries).toContainEqual(
      expect.objectContaining({ guid: 'a', outcome: 'not-matched', reason: 'not merged' }),
    )
  })
})

describe('an id is found', () => {
  const guid = '72d3162e-cc78-11e3-81ab-4c9367dc0958'

  test('as the GUID of a delivery, with its merge', async () => {
    await delivered(guid, merge)
    expect(await askForId(guid)).toMatchObject([{ deliveries: [{ guid }], merge: { key } }])
    expect(await askForId(guid.toUpperCase())).toMatchObject([{ merge: { key } }])
  })

  test('as the GUID of a delivery that is about no pull request', async () => {
    await delivered(guid, null, { event: 'ping', action: null, repository: null, number: null })
    expect(await askForId(guid)).toMatchObject([
      { deliveries: [{ guid, event: 'ping', repository: null }], merge: null },
    ])
  })

  test('as a flow run that several merges name, the newest first', async () => {
    await delivered('one', merge)
    await inbox.handedOver(key, planFor([first, second]))
    await delivered('two', other)
    await inbox.handedOver(mergeKey(other), planFor([second]))
    const database = new DatabaseSync(join(dataFolder, 'inbox.sqlite'))
    database.prepare('UPDATE merges SET recorded_at = ? WHERE key = ?').run('2026-01-01T00:00:00.000Z', key)
    database.close()
    expect((await askForId(second)).map((found) => found.merge?.number)).toEqual([43, 42])
    expect((await askForId(first.toUpperCase())).map((found) => found.merge?.number)).toEqual([42])
  })

  test('as a flow run whose address did not count, in any case', async () => {
    await delivered('one', merge)
    const url = `https://elsewhere.test/runs/flow-run/${first.toUpperCase()}`
    await inbox.handedOver(key, planFor([], [{ url, because: 'foreign-host' }]))
    expect(await askForId(first)).toMatchObject([
      { merge: { runs: [], unused: [{ because: 'foreign-host' }] } },
    ])
  })

  test('as a flow run of a merge that was not taken up yet', async () => {
    const request = { method: 'POST', headers: {}, body: JSON.stringify({ body: `Fixes ${first}` }) }
    await delivered('one', merge, { merged: { merge, request } })
    expect(await askForId(first)).toMatchObject([{ merge: { key, handedOverAt: null } }])
  })

  test('nowhere, where nothing has it', async () => {
    await delivered('one', merge)
    expect(await askForId(second)).toEqual([])
  })
})
