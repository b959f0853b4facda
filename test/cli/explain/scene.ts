import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { test as base, vi } from 'vitest'
import { type Answer, explain } from '../../../src/cli/explain/explanation.ts'
import { readQuestion } from '../../../src/cli/explain/question.ts'
import {
  type Delivery,
  type Inbox,
  openArchive,
  openDesk,
  openInbox,
  type Told,
} from '../../../src/inbox/index.ts'
import { mergeKey, type Plan, type RunReport, type Standing } from '../../../src/resume/index.ts'
import { aMerge } from '../../fixtures/a-merge.ts'

const log = pino({ level: 'silent' })

export const merge = aMerge({ labels: ['bug'] })
export const key = mergeKey(merge)
export const guid = '72d3162e-cc78-11e3-81ab-4c9367dc0958'
export const runIds = [
  'e1ded7c6-084e-4766-af0e-830a9795b197',
  '0b6c9a51-7f0e-4a8a-9d52-6c3e14f0a7b8',
] as const

/** A store that a test fills as the server would, and what explain answers from it. */
export interface Scene {
  folder: string
  inbox: Inbox
  /** Lets the clock of the store show a time from now on. */
  at(time: string): void
  /** A delivery of the merge, unless more is said. */
  receive(overrides?: Partial<Delivery>): Promise<void>
  /** The merge is taken up, and its delivery settled. */
  takeUp(plan: Plan, outcome?: string, reason?: string | null): Promise<void>
  /** What the work stores of it. */
  remember(standing: Standing, reports?: readonly RunReport[]): Promise<void>
  /** What the follower stores of a run. */
  see(report: RunReport): Promise<void>
  tell(told?: Partial<Told>): Promise<void>
  /** A person asks for a further attempt, which is taken up. */
  ask(runs: readonly string[] | null): Promise<number>
  explain(asked?: string): Promise<Answer>
}

export const test = base.extend<{ scene: Scene }>({
  scene: async ({ task: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'resume-on-merge-explain-'))
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T10:00:02Z') })
    const inbox = await openInbox({ databaseUrl: null, dataFolder: folder }, log)
    await use(sceneOf(inbox, folder))
    await inbox.close()
    vi.useRealTimers()
    rmSync(folder, { recursive: true })
  },
})

function sceneOf(inbox: Inbox, folder: string): Scene {
  const storage = { databaseUrl: null, dataFolder: folder }
  return {
    folder,
    inbox,
    at: (time) => void vi.setSystemTime(new Date(time)),
    receive: (overrides) => inbox.record(aDelivery(overrides)),
    async takeUp(plan, outcome = 'handed-over', reason = null) {
      await inbox.handedOver(key, plan)
      await inbox.settle(guid, outcome, reason)
    },
    async remember(standing, reports = []) {
      const until = Date.parse('2026-11-22T10:00:03Z')
      const runs = reports.map((report, position) => ({ report, position, workspace: 'main', until }))
      await inbox.remember(key, standing, runs)
      await inbox.finish(key)
    },
    async see(report) {
      const due = await inbox.due(Date.now() + 600_000, 10)
      const followed = due.find(({ id }) => id === report.id)
      if (followed === undefined) throw new Error('The run is not followed.')
      const now = Date.now()
      await inbox.advance([{ key: followed.key, mergeKey: key, report, changedAt: now, lookAt: now + 1000 }])
      await inbox.finish(key)
    },
    async tell(told) {
      const untold = await inbox.claimUntold(key, 1000)
      if (untold === null) throw new Error('There is nothing to tell.')
      const { alerts } = untold
      await inbox.told(untold, { commentId: '9007199254740993', digest: 'd', alerts, writes: 1, ...told }, 0)
    },
    async ask(runs) {
      const desk = await openDesk(storage)
      const attempt = await desk.ask(key, runs)
      await desk.close()
      await inbox.attemptTaken(key, attempt)
      return attempt
    },
    async explain(asked = 'acme/etl#42') {
      const archive = await openArchive(storage)
      try {
        const query = readQuestion(asked)
        const dossiers = await archive.dossiers(query)
        return { asked, store: archive.place, found: dossiers.map((each) => explain(each, query)) }
      } finally {
        await archive.close()
      }
    },
  }
}

function aDelivery(overrides: Partial<Delivery> = {}): Delivery {
  const request = { method: 'POST', headers: {}, body: '{"pull_request":{"body":""}}' }
  return {
    guid,
    event: 'pull_request',
    action: 'closed',
    repository: { id: merge.repository.id, fullName: merge.repository.fullName },
    number: merge.number,
    merged: { merge, request },
    outcome: null,
    ...overrides,
  }
}
