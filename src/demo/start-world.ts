import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import { recipeTrigger } from '../automation/index.ts'
import type { Recipe } from '../resume/index.ts'
import { connectPrefect, startServer } from '../server/index.ts'
import { compileTemplate } from '../webhook/index.ts'
import { type GitHubStandIn, startGitHub } from './github/index.ts'
import { type PrefectStandIn, startPrefect, type WorkerOptions } from './prefect/index.ts'

export interface WorldOptions {
  /** The source of the webhook template. */
  template: string
  log: Logger
  /** How fast the worker is. */
  delays: Required<WorkerOptions>['delays']
  /** Where the pages of flow runs are; where the stand-in of Prefect is unless given. */
  uiUrl?: string
}

/** Our real server beside stand-ins of GitHub and Prefect. */
export interface DemoWorld {
  github: GitHubStandIn
  prefect: PrefectStandIn
  /** What the server makes events with. */
  recipe: Recipe
  /** Ends all of it, and removes what was stored. */
  close(): Promise<void>
}

/** How long the server may finish what it does when all is closed, in milliseconds: nobody reads it any more. */
const hurry = 1000

/** How long what is over is remembered, in milliseconds: longer than anybody looks on. */
const keepFor = 86_400_000

/** How long a merge may take, from the delivery to the end of its runs, in milliseconds. */
export const patience = 60_000

/**
 * Starts our real server beside stand-ins of GitHub and Prefect, all in this process, on loopback, and in a folder of
 * its own. Nobody's settings are read.
 */
export async function startWorld({ template, log, delays, uiUrl }: WorldOptions): Promise<DemoWorld> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'resume-on-merge-demo-'))
  const [github, prefect] = await Promise.all([
    startGitHub(),
    startPrefect({ worker: { auto: true, delays } }),
  ])
  const recipe: Recipe = {
    template: compileTemplate(template),
    trigger: recipeTrigger,
    uiUrls: [uiUrl ?? prefect.uiUrl],
  }
  async function closeStandIns(): Promise<void> {
    await Promise.all([github.close(), prefect.close()])
    await rm(dataFolder, { recursive: true, force: true })
  }
  try {
    const server = await startApp({ github, prefect }, recipe, dataFolder, log)
    github.hookUrl = `${server.url}/api/github/webhooks`
    const close = async (): Promise<void> => {
      try {
        await Promise.race([server.leave(), setTimeout(hurry, undefined, { ref: false })])
      } finally {
        await closeStandIns()
      }
    }
    return { github, prefect, recipe, close }
  } catch (error) {
    await closeStandIns()
    throw error
  }
}

function startApp(
  { github, prefect }: Pick<DemoWorld, 'github' | 'prefect'>,
  recipe: Recipe,
  dataFolder: string,
  log: Logger,
) {
  const { appId, privateKey, webhookSecret, apiUrl } = github
  return startServer({
    github: { appId: String(appId), privateKey, webhookSecret, apiUrl },
    http: { host: '127.0.0.1', port: 0 },
    storage: { databaseUrl: null, dataFolder, maxPending: 100, keepFor },
    recipe,
    resume: {
      rules: { states: new Set(['FAILED', 'CRASHED']), within: patience, deployments: null },
      dryRun: false,
      followFor: patience,
      workspaces: connectPrefect({ apiUrl: prefect.apiUrl, credentials: { kind: 'none' } }),
    },
    allowedRepositories: null,
    log,
  })
}
