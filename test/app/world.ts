import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'vitest'
import {
  type GitHubStandIn,
  type LoggedDelivery,
  type PullRequestInput,
  startGitHub,
} from '../../src/demo/github/index.ts'
import { type PrefectOptions, type PrefectStandIn, startPrefect } from '../../src/demo/prefect/index.ts'
import { type App, type LogLine, spawnApp } from './spawn-app.ts'

export const repository = 'acme/etl'

/** Which world a test wants; set by `test.override`. */
interface Wishes {
  prefectOptions: PrefectOptions
  /** More settings for the app. */
  settings: Record<string, string>
}

export interface World {
  github: GitHubStandIn
  prefect: PrefectStandIn
  /** Where the app keeps what it stores. */
  dataFolder: string
  /** The settings with which the app knows both. */
  environment: Record<string, string>
  app: App
  /** Opens a pull request with this text and merges it (in `acme/etl`, unless given); gives its number and the delivery's log. */
  merge(
    input: Omit<PullRequestInput, 'repository'>,
    into?: string,
  ): Promise<{ number: number; delivery: LoggedDelivery }>
  /** The one comment on a pull request, once `is` holds for its text. */
  comment(number: number, is: (body: string) => boolean): Promise<string>
  /** The app's log line for a delivery. */
  decision(guid: string): Promise<LogLine>
  /** The bodies of all requests to set a run's state. */
  setStates(): unknown[]
}

/** Fast enough for tests, slow enough that states can be told apart. */
const workerDelays = { pending: 30, running: 30, end: 300 }

/** A test with the built app, as a user starts it, between a GitHub and a Prefect of its own. */
export const test = base.extend<Wishes & World>({
  prefectOptions: [{ worker: { auto: true, delays: workerDelays } }, { injected: false }],
  settings: [{}, { injected: false }],
  github: async ({ task: _ }, use) => {
    const github = await startGitHub()
    await use(github)
    await github.close()
  },
  prefect: async ({ prefectOptions }, use) => {
    const prefect = await startPrefect(prefectOptions)
    await use(prefect)
    await prefect.close()
  },
  dataFolder: async ({ task: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'resume-on-merge-data-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  environment: async ({ github, prefect, dataFolder, settings }, use) => {
    await use({
      APP_ID: String(github.appId),
      PRIVATE_KEY: github.privateKey,
      WEBHOOK_SECRET: github.webhookSecret,
      GHE_HOST: github.host,
      GHE_PROTOCOL: 'http',
      PREFECT_API_URL: prefect.apiUrl,
      DATA_DIR: dataFolder,
      ...settings,
    })
  },
  app: async ({ environment, github }, use) => {
    const app = await spawnApp(environment, { endedByCaller: true })
    github.hookUrl = `${app.url}/api/github/webhooks`
    await use(app)
    await app.kill()
  },
  merge: async ({ github, app }, use) => {
    void app
    await use(async (input, into = repository) => {
      const { number } = github.addPullRequest({ repository: into, ...input })
      const delivery = await github.deliver(github.merge({ repository: into, number }))
      return { number, delivery }
    })
  },
  comment: async ({ github }, use) => {
    await use((number, is) =>
      github.until(() => github.comments(repository, number).find(({ body }) => is(body))?.body, {
        what: `the comment on #${number}`,
        within: 30_000,
      }),
    )
  },
  decision: async ({ app }, use) => {
    await use((guid) => app.logs.find((line) => line['delivery'] === guid))
  },
  setStates: async ({ prefect }, use) => {
    await use(() => prefect.calls.of('set_state').map(({ body }) => body))
  },
})
