import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { recipeTrigger } from '../automation/index.ts'
import { connectPrefect, type RunningServer, startServer } from '../server/index.ts'
import { compileTemplate } from '../webhook/index.ts'
import { createDemoLog } from './demo-log.ts'
import { type GitHubStandIn, startGitHub } from './github/index.ts'
import { narrate } from './narrate.ts'
import { type PrefectStandIn, startPrefect } from './prefect/index.ts'

export interface DemoOptions {
  /** The source of the webhook template. */
  template: string
  /** Told what happens, line by line. */
  say: (line: string) => void
  /** How the run ends this time. @default 'COMPLETED' */
  ends?: 'COMPLETED' | 'FAILED'
}

export interface DemoResult {
  /** The comment's text. */
  comment: string
  /** The name of the state in which the run ended. */
  state: string
  completed: boolean
}

const repository = 'acme/etl'

/** How long the whole story may take, in milliseconds. */
const patience = 60_000

/** So that a reader can follow, and the App sees each state; in milliseconds. */
const delays = { pending: 700, running: 300, end: 2500 }

interface StandIns {
  github: GitHubStandIn
  prefect: PrefectStandIn
}

/**
 * One merge from its delivery to the last comment, with our real server beside stand-ins of GitHub and Prefect, all in
 * this process, on loopback, and in a folder of its own. Nobody's settings are read.
 */
export async function runOnce(options: DemoOptions): Promise<DemoResult> {
  const folder = await mkdtemp(join(tmpdir(), 'resume-on-merge-demo-'))
  const github = await startGitHub()
  const prefect = await startPrefect({ worker: { auto: true, delays } })
  const { log, finished } = createDemoLog(options.say)
  const server = await startApp({ github, prefect }, options.template, folder, log)
  try {
    github.hookUrl = `${server.url}/api/github/webhooks`
    return await tellStory({ github, prefect }, options, finished)
  } finally {
    await server.leave()
    await Promise.all([github.close(), prefect.close()])
    await rm(folder, { recursive: true, force: true })
  }
}

function startApp(
  { github, prefect }: StandIns,
  template: string,
  dataFolder: string,
  log: Logger,
): Promise<RunningServer> {
  const { appId, privateKey, webhookSecret, apiUrl } = github
  return startServer({
    github: { appId: String(appId), privateKey, webhookSecret, apiUrl },
    http: { host: '127.0.0.1', port: 0 },
    storage: { databaseUrl: null, dataFolder, maxPending: 100 },
    recipe: { template: compileTemplate(template), trigger: recipeTrigger, uiUrls: [prefect.uiUrl] },
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

async function tellStory(
  { github, prefect }: StandIns,
  { say, ends = 'COMPLETED' }: DemoOptions,
  finished: Promise<void>,
): Promise<DemoResult> {
  const run = prefect.addFlowRun({
    name: 'lyrical-pudu',
    state: { type: 'FAILED', name: 'Failed', message: "KeyError: 'amount'" },
    ends: [ends],
  })
  const { number } = github.addPullRequest({
    repository,
    title: 'Read the amount under its new name',
    body: `The column was renamed last night.\n\nFixes: ${run.url}`,
  })
  say(`GitHub   ${repository}#${number} names ${run.url} and is merged`)
  const delivery = await github.deliver(github.merge({ repository, number }))
  say(`App      answered the signed delivery with ${delivery.statusCode}: it is on disk`)
  const end = await narrate(prefect, run, say, patience)
  await finished
  const [comment] = github.comments(repository, number)
  say(
    `GitHub   the comment of ${comment?.user} was written once and edited ${(comment?.edits.length ?? 1) - 1} times`,
  )
  return { comment: comment?.body ?? '', state: end.name, completed: end.type === 'COMPLETED' }
}
