import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'vitest'
import { createLog } from '../../../src/cli/create-log.ts'
import { type GitHubStandIn, startGitHub } from '../../../src/demo/github/index.ts'
import { createSweeper, type DeliveryLog } from '../../../src/github/index.ts'
import { type Inbox, openInbox } from '../../../src/inbox/index.ts'
import { connectGitHub } from '../../../src/server/connect-github.ts'

export const minute = 60_000
export const hour = 60 * minute

/** For faults of GitHub. */
export const listing = '/app/hook/deliveries'
export const asking = /\/attempts$/

/** GitHub's words where it is asked too often. @param after in seconds */
export function limit(status: 403 | 429, after: number) {
  const body = { message: 'You have exceeded a secondary rate limit.' }
  return { status, body, headers: { 'retry-after': String(after) } }
}

/** A sweep between a GitHub and a store, with a clock of its own. */
interface World {
  github: GitHubStandIn
  inbox: Inbox
  /** Another program on the same store. */
  otherInbox: Inbox
  /** In milliseconds since 1970. */
  clock: { now: number }
  leaving: AbortController
  /** How long the sweep has waited, each time, in milliseconds. */
  waited: number[]
  logged: Record<string, unknown>[]
  sweep(): Promise<void>
  /** Is called before each page. */
  onPage: { act: (cursor: string | null) => void }
  /** The cursors of the pages that were asked for. */
  pages: (string | null)[]
  /** Lets merges fail so many minutes ago, the oldest first; gives their GUIDs. */
  miss(...ages: readonly number[]): Promise<string[]>
  /** Lets something else fail, once a minute from an older to a newer age, in minutes. */
  pings(from: number, to: number): Promise<void>
  /** The GUIDs that were asked for, in order. */
  asked(): (string | undefined)[]
}

export const test = base.extend<{ world: World }>({
  world: async ({ task: _ }, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'resume-on-merge-sweep-'))
    const storage = { databaseUrl: null, dataFolder }
    const logged: Record<string, unknown>[] = []
    const log = createLog(
      { level: 'info', format: 'json' },
      { write: (line) => void logged.push(JSON.parse(line)) },
    )
    const inbox = await openInbox(storage, log)
    const otherInbox = await openInbox(storage, log)
    const github = await startGitHub()
    const { appId, privateKey, webhookSecret, apiUrl } = github
    const connected = await connectGitHub({ appId: String(appId), privateKey, webhookSecret, apiUrl }, log)

    const clock = { now: Date.now() }
    const leaving = new AbortController()
    const pages: (string | null)[] = []
    const onPage: World['onPage'] = { act: () => {} }
    const waited: number[] = []
    const { page, askAgain } = connected.deliveryLog(leaving.signal)
    const deliveryLog: DeliveryLog = {
      page(cursor) {
        pages.push(cursor)
        onPage.act(cursor)
        return page(cursor)
      },
      askAgain,
    }
    const sweep = createSweeper({
      deliveryLog,
      inbox,
      now: () => clock.now,
      wait: async (duration) => void waited.push(duration),
      leaving: leaving.signal,
      log,
    })

    const at = (age: number) => ({ deliveredAt: new Date(clock.now - age * minute).toISOString() })
    let lastNumber = 0
    async function miss(...ages: readonly number[]): Promise<string[]> {
      const guids: string[] = []
      for (const age of ages) {
        const number = ++lastNumber
        github.addPullRequest({ number, title: 'Fix', body: '' })
        guids.push((await github.deliver(github.merge(number), at(age))).guid)
      }
      return guids
    }
    async function pings(from: number, to: number): Promise<void> {
      for (let age = from; age >= to; age -= 1) await github.deliver(github.ping(), at(age))
    }
    const guidOf = (id: string | undefined) =>
      github.deliveries.find((attempt) => String(attempt.id) === id)?.guid
    const asked = () =>
      github.calls.of(/^POST .*\/attempts$/).map(({ path }) => guidOf(path.split('/').at(-2)))

    await use({
      ...{ github, inbox, otherInbox, clock, leaving, waited, logged },
      ...{ sweep, onPage, pages, miss, pings, asked },
    })
    await github.close()
    await inbox.close()
    await otherInbox.close()
    rmSync(dataFolder, { recursive: true })
  },
})

/** Stores a delivery, as the door does. */
export function arrives(inbox: Inbox, guid: string): Promise<void> {
  const parts = { event: 'pull_request', action: 'closed', repository: null, number: null, merged: null }
  return inbox.record({ guid, ...parts, outcome: 'names-no-run' })
}
