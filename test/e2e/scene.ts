import { type GitHubStandIn, startGitHub } from '../../src/demo/github/index.ts'
import { type App, type LogLine, spawnApp } from '../app/spawn-app.ts'
import { type PrefectApi, prefectApi } from './prefect/api.ts'
import { type ServedFlow, serveExample } from './prefect/served-flow.ts'
import { type Closing, closedPullRequest } from './pull-request.ts'

/** The repository of GitHub's example payload. */
export const repository = 'Codertocat/Hello-World'

/** A request of GitHub's webhook: sent again as it is, it is a redelivery. */
export interface Delivery {
  guid: string
  event: string
  payload: Record<string, unknown>
}

/** The built app between a stand-in for GitHub and a real Prefect server that executes a real flow. */
export interface Scene {
  app: App
  api: PrefectApi
  served: ServedFlow
  github: GitHubStandIn
  /** Runs the flow, awaits that it fails, and gives the run's id and its page as the run itself printed it. */
  failRun(): Promise<{ id: string; page: string }>
  /** The delivery that tells of a pull request's end. */
  closing(closing: Omit<Closing, 'installation'>): Delivery
  /** Delivers to the app, and gives the line that it logged once it had decided about this attempt. */
  deliver(delivery: Delivery): Promise<LogLine>
  end(): Promise<void>
}

export async function setScene(prefect: { python: string; apiUrl: string; uiUrl: string }): Promise<Scene> {
  const api = prefectApi(prefect.apiUrl)
  const github = await startGitHub({ owner: 'Codertocat' })
  const served = await serveExample(prefect.python, prefect.apiUrl)
  const app = await spawnApp({
    APP_ID: String(github.appId),
    PRIVATE_KEY: github.privateKey,
    WEBHOOK_SECRET: github.webhookSecret,
    GHE_HOST: github.host,
    GHE_PROTOCOL: 'http',
    PREFECT_API_URL: prefect.apiUrl,
    PREFECT_UI_URL: prefect.uiUrl,
    ALLOWED_REPOSITORIES: 'Codertocat/*',
  })
  github.hookUrl = `${app.url}/api/github/webhooks`

  return {
    app,
    api,
    served,
    github,
    async failRun() {
      const { id } = await api.createRun(served.deployment)
      await api.reaches(id, 'FAILED')
      return { id, page: await served.pageOf(id) }
    },
    closing(closing) {
      github.addPullRequest({ repository, number: closing.number, body: closing.body })
      const installation = github.installationOf('Codertocat') ?? 0
      const payload = closedPullRequest({ ...closing, installation })
      return { guid: crypto.randomUUID(), event: 'pull_request', payload }
    },
    async deliver(delivery) {
      const decides = (line: LogLine) => line['delivery'] === delivery.guid && 'outcome' in line
      const before = app.logs.all().filter(decides).length
      const { status, response } = await github.deliver(delivery)
      if (status !== 'OK') throw new Error(`The app refused the delivery: ${status} ${response.text}`)
      let seen = 0
      return app.logs.find((line) => decides(line) && ++seen > before)
    },
    async end() {
      await app.kill()
      await served.stop()
      await github.close()
    },
  }
}
