/** Measures the App against named baselines, in the same run and on the same machine; prints ratios. */
import { setTimeout } from 'node:timers/promises'
import { type GitHubStandIn, startGitHub } from '../src/demo/github/index.ts'
import { type PrefectStandIn, startPrefect } from '../src/demo/prefect/index.ts'
import { parseRepositorySettings } from '../src/github/repository-settings/index.ts'
import { findFlowRuns } from '../src/prefect/flow-runs/index.ts'
import { aFile } from '../test/github/repository-settings/a-file.ts'
import { shapes as settings } from '../test/github/repository-settings/hostile-shapes.ts'
import { shapes as descriptions } from '../test/prefect/flow-runs/hostile-shapes.ts'
import { measureFollowing } from './following.ts'
import { measureHostileText } from './hostile-text.ts'
import { deliveryToSetState } from './latency.ts'
import { again, answersPerSecond, webhookSecret } from './load.ts'
import { median, printRows, quantile } from './measure.ts'
import { mergeDelivery } from './payloads.ts'
import { type Measured, startMeasured } from './programs.ts'

/** How often each pair is measured, in turns. */
const rounds = 3

interface Pair {
  ours: number[]
  baseline: number[]
}

const github = await startGitHub({ webhookSecret })
const prefect = await startPrefect()
const environment = environmentFor(github, prefect)

await measureLatency()
await measureAnswers()
await measureStart()
printRows(
  'Finding flow runs in 64 KB of hostile text, the slowest shapes',
  'sixteen times the time for 4 KB of the same',
  measureHostileText(descriptions, (text) => findFlowRuns(text, ['https://app.prefect.cloud'])),
)
printRows(
  'Parsing 64 KB of hostile settings, the slowest shapes',
  'sixteen times the time for 4 KB of the same',
  measureHostileText(settings, (text) => parseRepositorySettings(text, aFile)),
)
await measureFollowers()
await Promise.all([github.close(), prefect.close()])

async function measureLatency(): Promise<void> {
  const p50: Pair = { ours: [], baseline: [] }
  const p99: Pair = { ours: [], baseline: [] }
  await inTurns('plain-script', '/', async (program, side) => {
    const samples = await deliveryToSetState(program.url, github, prefect)
    p50[side].push(median(samples))
    p99[side].push(quantile(samples, 0.99))
  })
  printRows('From a delivery to set_state, 20 deliveries a second', 'a script that makes the same calls', [
    { what: 'p50', ...middle(p50), unit: 'ms', wanted: { atMost: 3 } },
    { what: 'p99', ...middle(p99), unit: 'ms', wanted: { atMost: 10 } },
  ])
}

async function measureAnswers(): Promise<void> {
  const rate: Pair = { ours: [], baseline: [] }
  await inTurns('bare-probot', '/ping', async (program, side) => {
    const delivery = mergeDelivery(github, 'A merge that names no run.')
    const deliver = () => again(delivery)
    await answersPerSecond(program.url, deliver, { connections: 20, duration: 1000 })
    rate[side].push(await answersPerSecond(program.url, deliver, { connections: 20, duration: 5000 }))
  })
  printRows('Answers to signed deliveries of 24 KB, 20 connections', 'bare Probot, which stores nothing', [
    { what: 'answers', ...middle(rate), unit: '/s', wanted: { atLeast: 0.4 } },
  ])
}

async function measureFollowers(): Promise<void> {
  const { calls, delay, growth } = await measureFollowing(prefect, 2000)
  const many = await measureFollowing(prefect, 10_000)
  printRows('Following runs that wait, for 20 s', 'what we allow ourselves', [
    { what: '2,000 runs: calls in a round', ours: calls, baseline: 10, unit: 'calls', wanted: { atMost: 1 } },
    {
      what: '2,000 runs: delay of the event loop, p99',
      ours: delay,
      baseline: 50,
      unit: 'ms',
      wanted: { atMost: 1 },
    },
    {
      what: '2,000 runs: more resident memory',
      ours: growth,
      baseline: 60,
      unit: 'MiB',
      wanted: { atMost: 1 },
    },
    {
      what: '10,000 runs: calls in a round',
      ours: many.calls,
      baseline: 10,
      unit: 'calls',
      wanted: { atMost: 1 },
    },
    {
      what: '10,000 runs: delay of the event loop, p99',
      ours: many.delay,
      baseline: 50,
      unit: 'ms',
      wanted: { atMost: 1 },
    },
  ])
}

async function measureStart(): Promise<void> {
  const ready: Pair = { ours: [], baseline: [] }
  const memory: Pair = { ours: [], baseline: [] }
  for (let again = 0; again < 3; again += 1) {
    await inTurns('bare-probot', '/ping', async (program, side) => {
      ready[side].push(program.readyAfter)
      await setTimeout(1000)
      memory[side].push(await program.memory())
    })
  }
  printRows('Start', 'bare Probot', [
    { what: 'ready', ...middle(ready), unit: 'ms', wanted: { atMost: 1.3 } },
    { what: 'idle memory', ...middle(memory), unit: 'MiB', wanted: { atMost: 1.5 } },
  ])
}

/** The App and a baseline one after the other, never at once, several times. */
async function inTurns(
  baseline: 'plain-script' | 'bare-probot',
  baselineProbe: string,
  measure: (program: Measured, side: keyof Pair) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const ours = await startMeasured('app', environment, '/readyz')
    await measure(ours, 'ours')
    await ours.stop()
    const theirs = await startMeasured(baseline, environment, baselineProbe)
    await measure(theirs, 'baseline')
    await theirs.stop()
  }
}

function middle({ ours, baseline }: Pair): { ours: number; baseline: number } {
  return { ours: median(ours), baseline: median(baseline) }
}

function environmentFor(
  { appId, privateKey, host }: GitHubStandIn,
  { apiUrl }: PrefectStandIn,
): Record<string, string> {
  return {
    APP_ID: String(appId),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    GHE_HOST: host,
    GHE_PROTOCOL: 'http',
    PREFECT_API_URL: apiUrl,
    ALLOWED_REPOSITORIES: 'acme/*',
  }
}
