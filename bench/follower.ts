/** A program that does nothing but follow the flow runs whose ids it is sent; says at the end what that took. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { z } from 'zod'
import { type Inbox, openInbox } from '../src/inbox/index.ts'
import { createPrefectClient } from '../src/prefect/index.ts'
import { createFollower, mergeKey } from '../src/resume/index.ts'
import { aMerge } from '../test/fixtures/a-merge.ts'
import { aRunReport } from '../test/fixtures/a-report.ts'

/** Between two rounds, as the server has it, and for how long it is done; in milliseconds. */
const round = 1000
const duration = 20_000

const runsOfMerge = 20
const day = 86_400_000

const [apiUrl = '', file = ''] = process.argv.slice(2)
const runs = z.array(z.string()).parse(JSON.parse(await readFile(file, 'utf8')))

const log = pino({ level: 'warn' })
const dataFolder = await mkdtemp(join(tmpdir(), 'resume-on-merge-bench-'))
const inbox = await openInbox({ databaseUrl: null, dataFolder }, log)
await fill(inbox)

let calls = 0
const client = createPrefectClient({
  apiUrl,
  credentials: { kind: 'none' },
  onCall: () => {
    calls += 1
  },
})
const workspace = { name: 'default', client }
const follow = createFollower({
  workspaces: { of: () => workspace, byName: () => workspace },
  store: inbox,
  tell: () => {},
  now: Date.now,
  log,
})

await follow() // the first connections and statements
const before = memory()
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const looks: number[] = []
for (const end = performance.now() + duration; performance.now() < end; ) {
  calls = 0
  await follow()
  if (calls > 0) looks.push(calls)
  await setTimeout(round)
}
delay.disable()
process.stdout.write(
  `${JSON.stringify({
    calls: Math.max(...looks),
    looks: looks.length,
    delay: delay.percentile(99) / 1e6,
    growth: memory() - before,
  })}\n`,
)
await inbox.close()
await rm(dataFolder, { recursive: true })

async function fill(store: Inbox): Promise<void> {
  for (let number = 1; (number - 1) * runsOfMerge < runs.length; number += 1) {
    const merge = aMerge({ number })
    const request = { method: 'POST', headers: {}, body: '{}' }
    await store.record({
      guid: `guid-${number}`,
      event: 'pull_request',
      action: 'closed',
      repository: null,
      number,
      merged: { merge, request },
      outcome: null,
    })
    await store.handedOver(mergeKey(merge), { runs: [], beyondLimit: 0, unused: [], mismatch: null })
    await store.remember(
      mergeKey(merge),
      { kind: 'acts', comment: 'always' },
      runs.slice((number - 1) * runsOfMerge, number * runsOfMerge).map((id, position) => ({
        report: aRunReport({ id }),
        position,
        workspace: 'default',
        until: Date.now() + day,
      })),
    )
  }
}

/** In MiB. */
function memory(): number {
  return process.memoryUsage.rss() / 1024 / 1024
}
