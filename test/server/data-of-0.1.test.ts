import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recipeTrigger } from '../../src/automation/index.ts'
import type { Engine } from '../../src/durable/index.ts'
import { handOverPending } from '../../src/github/index.ts'
import { type Inbox, type MergeRecord, openArchive } from '../../src/inbox/index.ts'
import type { PrefectClient } from '../../src/prefect/index.ts'
import { createFollower, defineResumeOnMerge, type ResumeServices } from '../../src/resume/index.ts'
import { openStores } from '../../src/server/open-stores.ts'
import { compileTemplate } from '../../src/webhook/index.ts'
import { aPrefectClient } from '../fixtures/a-prefect-client.ts'
import { aFlowRun, aState } from '../fixtures/prefect-facts.ts'

const stored = new URL('../fixtures/data-of-0.1/', import.meta.url)
const template = readFileSync(new URL('../../templates/github.json.jinja', import.meta.url), 'utf8')
const log = pino({ level: 'silent' })

/** An hour after what is stored there. */
const now = Date.parse('2026-11-21T18:00:00Z')

const day = 86_400_000

let dataFolder: string
let inbox: Inbox
let engine: Engine

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'resume-on-merge-data-'))
  for (const name of ['inbox.sqlite', 'workflows.sqlite']) {
    writeFileSync(join(dataFolder, name), gunzipSync(readFileSync(new URL(`${name}.gz`, stored))))
  }
  const stores = await openStores({ databaseUrl: null, dataFolder }, log)
  inbox = stores.inbox
  engine = stores.engine
})

afterEach(async () => {
  await engine.drain()
  await Promise.all([engine.close(), inbox.close()])
  rmSync(dataFolder, { recursive: true })
})

async function mergeOf(number: number): Promise<MergeRecord> {
  const archive = await openArchive({ databaseUrl: null, dataFolder })
  const dossiers = await archive.dossiers({ kind: 'pull-request', repository: 'acme/etl', number })
  await archive.close()
  const merge = dossiers[0]?.merge
  if (merge == null) throw new Error(`Nothing is stored of #${number}.`)
  return merge
}

function servicesWith(client: Partial<PrefectClient>): ResumeServices {
  const workspace = { name: 'default', client: aPrefectClient(client) }
  return {
    rules: { states: new Set(['FAILED']), within: 3 * day, deployments: null },
    dryRun: false,
    followFor: day,
    workspaces: { of: () => workspace, byName: () => workspace },
    store: inbox,
    whyNotServed: async () => null,
    readSettings: async () => ({ kind: 'absent' }),
    tell: () => {},
    now: () => now,
    wait: async () => {},
    log,
  }
}

test('what version 0.1 stored of merges is read as it was', async () => {
  expect(await mergeOf(1)).toMatchObject({
    repository: { fullName: 'acme/etl' },
    finishedAt: expect.stringMatching(/^2026-11-21T/),
    standing: { kind: 'acts' },
    runs: [
      {
        attempts: [{ name: 'run-1', outcome: { kind: 'resumed' }, now: { type: 'COMPLETED' }, open: false }],
      },
    ],
    comment: { hasReport: true, hasNews: false },
  })
  expect(await mergeOf(2)).toMatchObject({
    finishedAt: null,
    runs: [
      {
        attempts: [{ outcome: { kind: 'resumed' }, now: { type: 'SCHEDULED' }, open: true, following: true }],
      },
    ],
  })
  expect(await mergeOf(3)).toMatchObject({
    finishedAt: null,
    runs: [{ attempts: [{ outcome: { kind: 'trying', obstacle: { because: 'unreachable' } } }] }],
  })
  expect(await mergeOf(4)).toMatchObject({
    finishedAt: expect.any(String),
    runs: [],
    unused: [{ url: expect.stringContaining('elsewhere') }],
  })
  expect(await mergeOf(5)).toMatchObject({ handedOverAt: null, runs: [], standing: null })
})

test('what version 0.1 followed is followed to its end', async () => {
  const end = { id: '22222222-084e-4766-af0e-830a9795b197', stateType: 'COMPLETED', stateName: 'Completed' }
  const state = aState({ type: 'COMPLETED', name: 'Completed', timestamp: '2026-11-21T17:30:00Z' })
  const asked: string[] = []
  const look = createFollower(
    servicesWith({
      async filterFlowRuns(ids) {
        asked.push(...ids)
        return [aFlowRun({ ...end, state })]
      },
    }),
  )
  await look()
  expect(asked).toEqual([end.id])
  expect(await mergeOf(2)).toMatchObject({
    finishedAt: expect.any(String),
    runs: [{ attempts: [{ now: { type: 'COMPLETED' }, open: false }] }],
    comment: { hasNews: true },
  })
})

test('what version 0.1 had tried or only received is resumed', async () => {
  const set = new Set<string>()
  const { promise: bothWereSet, resolve } = Promise.withResolvers<void>()
  const services = servicesWith({
    readFlowRun: async (id) => aFlowRun({ id }),
    async setFlowRunState(id, { message }) {
      set.add(id)
      if (set.size === 2) resolve()
      const state = aState({ type: 'SCHEDULED', name: 'Scheduled', message })
      return { status: 'ACCEPT', reason: null, state }
    },
  })
  const work = defineResumeOnMerge(engine, services)
  await engine.run()
  const uiUrls = ['https://prefect.example.com']
  const recipe = { template: compileTemplate(template), trigger: recipeTrigger, uiUrls }
  await handOverPending({ inbox, recipe, work, log })
  await bothWereSet
  await engine.drain()
  expect([...set].toSorted()).toEqual([
    '33333333-084e-4766-af0e-830a9795b197',
    '55555555-084e-4766-af0e-830a9795b197',
  ])
  for (const number of [3, 5]) {
    expect(await mergeOf(number)).toMatchObject({ runs: [{ attempts: [{ outcome: { kind: 'resumed' } }] }] })
  }
})
