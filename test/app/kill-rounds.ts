import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import type { GitHubStandIn } from '../../src/demo/github/index.ts'
import type { PrefectStandIn } from '../../src/demo/prefect/index.ts'
import { spawnApp } from './spawn-app.ts'

/** Merges of one round. */
const merges = 5

/** The kill comes within so many milliseconds after the first delivery of a round; in the last, after the first answer. */
const window = 600

/** How long the last start may take for what all rounds left: the engine's lease, and GitHub's seconds between comments. */
const patience = 90_000

/** A merge that was delivered in the middle of a kill. */
interface Sent {
  repository: string
  number: number
  /** The id of the flow run that it names. */
  run: string
  /** Whether the App said that it has the delivery. */
  taken: boolean
}

export interface KillWorld {
  github: GitHubStandIn
  prefect: PrefectStandIn
  environment: Record<string, string>
}

export interface KillCount {
  rounds: number
  sent: number
  taken: number
}

/**
 * Kills the app again and again while it takes merges, and starts it on what it left; then sees that every merge that was
 * taken was acted upon once and told once, and no other one twice.
 */
export async function killRounds(
  { github, prefect, environment }: KillWorld,
  rounds: number,
): Promise<KillCount> {
  const sent: Sent[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const app = await spawnApp(environment, { endedByCaller: true })
    github.hookUrl = `${app.url}/api/github/webhooks`
    const delivering = Array.from({ length: merges }, (_, index) =>
      send(github, prefect, `k${round}-${index}/etl`),
    )
    const killed = (round === rounds ? Promise.race(delivering) : Promise.resolve())
      .then(() => setTimeout(Math.random() * window))
      .then(() => app.kill())
    sent.push(...(await Promise.all(delivering)))
    await killed
  }

  const app = await spawnApp(environment, { endedByCaller: true })
  github.hookUrl = `${app.url}/api/github/webhooks`
  const taken = sent.filter((merge) => merge.taken)
  await github.until(() => taken.every((merge) => isTold(github, merge)), {
    what: 'a last word on each merge that was taken',
    within: patience,
  })
  await app.stop()

  for (const merge of sent) {
    const set = setByUs(prefect, merge.run)
    expect([merge, set]).toEqual([merge, merge.taken ? 1 : expect.toSatisfy((times: number) => times <= 1)])
    expect(prefect.executions(merge.run)).toBe(set)
    expect(github.comments(merge.repository, merge.number).length).toBeLessThanOrEqual(1)
  }
  return { rounds, sent: sent.length, taken: taken.length }
}

async function send(github: GitHubStandIn, prefect: PrefectStandIn, repository: string): Promise<Sent> {
  const run = prefect.addFlowRun({ state: 'FAILED' })
  const { number } = github.addPullRequest({ repository, title: 'Fix', body: `Fixes ${run.url}` })
  const { statusCode } = await github.deliver(github.merge({ repository, number }))
  return { repository, number, run: run.id, taken: statusCode === 200 }
}

function isTold(github: GitHubStandIn, { repository, number }: Sent): boolean {
  return github.comments(repository, number).some(({ body }) => body.includes('ran again, and completed'))
}

function setByUs(prefect: PrefectStandIn, run: string): number {
  return prefect.states(run).filter(({ message }) => message?.startsWith('Resumed by merge of ')).length
}
