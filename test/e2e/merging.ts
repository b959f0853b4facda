import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, inject } from 'vitest'
import { startGitHub } from '../../src/demo/github/index.ts'
import { startProgram } from '../app/program.ts'
import { spawnApp } from '../app/spawn-app.ts'
import { bin } from '../cli/command.ts'
import { prefectApi } from './prefect/api.ts'
import { prefectSeed } from './prefect/seed.ts'

/** Whether there is no Prefect server here. */
export const isSkipped = inject('prefect') === null

/** A pull request that was merged. */
export interface MergedPullRequest {
  /** `owner/repo#42` */
  name: string
  /** The comment of its merge, once `is` holds for it. */
  comment(is?: (body: string) => boolean): Promise<string>
  /** All comments, the oldest first. */
  comments(): string[]
}

/** What the comment on several runs says of one of them, which is named by its id where it was not looked at. */
export function itemOf(body: string, { id, name }: { id: string; name: string }): string {
  const items = body.split('\n').filter((line) => line.startsWith('- '))
  return items.find((item) => item.includes(`\`${name}\``) || item.includes(`\`${id}\``)) ?? ''
}

/** Tests that merge pull requests, with one app for a file, between a stand-in for GitHub and a real Prefect server. */
export const test = base
  .extend('server', { scope: 'file' }, () => {
    const server = inject('prefect')
    if (server === null) throw new Error('There is no Prefect server here.')
    return server
  })
  .extend('api', { scope: 'file' }, ({ server }) => prefectApi(server.apiUrl))
  .extend('seed', { scope: 'file' }, ({ server }) => prefectSeed(server))
  .extend('github', { scope: 'file' }, async ({ server: _ }, { onCleanup }) => {
    const github = await startGitHub()
    onCleanup(() => github.close())
    return github
  })
  .extend('dataFolder', { scope: 'file' }, async ({ server: _ }, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'resume-on-merge-data-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  })
  .extend('app', { scope: 'file' }, async ({ server, github, dataFolder }, { onCleanup }) => {
    const app = await spawnApp(
      {
        APP_ID: String(github.appId),
        PRIVATE_KEY: github.privateKey,
        WEBHOOK_SECRET: github.webhookSecret,
        GHE_HOST: github.host,
        GHE_PROTOCOL: 'http',
        PREFECT_API_URL: server.apiUrl,
        PREFECT_UI_URL: server.uiUrl,
        DATA_DIR: dataFolder,
        ALLOWED_REPOSITORIES: '*/etl',
      },
      { endedByCaller: true },
    )
    onCleanup(async () => {
      await app.kill()
    })
    github.hookUrl = `${app.url}/api/github/webhooks`
    return app
  })
  .extend('command', { scope: 'file' }, ({ dataFolder }) => {
    /** What the built command prints beside the app, on the same store. */
    return async (...parameters: string[]): Promise<{ code: number | null; stdout: string }> => {
      const program = await startProgram({
        command: process.execPath,
        arguments: [bin, ...parameters],
        environment: { DATA_DIR: dataFolder, HOME: dataFolder },
        folder: dataFolder,
      })
      const { code } = await program.exit
      return { code, stdout: program.output('stdout') }
    }
  })
  .extend('merge', { scope: 'file' }, ({ app, github }) => {
    void app
    let owners = 0
    /**
     * Merges a pull request with this text into a repository of its own: GitHub is given one comment after the other
     * of an installation. It is private: only there the comment quotes what Prefect says.
     *
     * @param at when, in milliseconds since 1970; GitHub tells whole seconds. Now unless given
     */
    return async (
      body: string,
      { at = Date.now(), repository = `acme-${++owners}/etl` } = {},
    ): Promise<MergedPullRequest> => {
      const { number } = github.addPullRequest({ repository, body })
      const mergedAt = `${new Date(at).toISOString().slice(0, 19)}Z`
      const delivery = github.merge({ repository, number }, { at: mergedAt })
      const { status } = await github.deliver(delivery)
      if (status !== 'OK') throw new Error(`The app refused the delivery: ${status}`)
      const bodies = () => github.comments(repository, number).map((each) => each.body)
      return {
        name: `${repository}#${number}`,
        comments: bodies,
        comment: (is = () => true) =>
          github.until(() => bodies().find((each) => each.includes(' merge:') && is(each)), {
            what: `the comment on #${number}`,
            within: 90_000,
          }),
      }
    }
  })
