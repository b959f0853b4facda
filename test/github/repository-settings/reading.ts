import { pino } from 'pino'
import { test as base } from 'vitest'
import { type GitHubStandIn, startGitHub } from '../../../src/demo/github/index.ts'
import { createSettingsReader, type PlainClient, settingsPath } from '../../../src/github/index.ts'
import type { Merge, SettingsReading } from '../../../src/resume/index.ts'
import { clientsOf } from '../../demo/github/octokit.ts'
import { aMerge } from '../../fixtures/a-merge.ts'
import { createSettingsMemory } from '../../fixtures/settings-memory.ts'

/** What GitHub answers where the App lacks a permission. */
export const notAccessible = { status: 403, body: { message: 'Resource not accessible by integration' } }

export interface Reading {
  github: GitHubStandIn
  memory: ReturnType<typeof createSettingsMemory>
  /** What was logged, a line each. */
  logged: string[]
  merge: Merge
  /** Reads the settings of the merge, or of one that differs from it. */
  read(change?: Partial<Merge>, client?: PlainClient): Promise<SettingsReading>
  /** Which files were asked for, each as `owner/name@ref → status`, since this was last called. */
  asked(): string[]
}

/** A merge of acme/etl into its default branch, at a GitHub of this process. */
export const test = base.extend('reading', async ({ task: _ }, { onCleanup }): Promise<Reading> => {
  const github = await startGitHub()
  onCleanup(() => github.close())
  github.addRepository({ name: 'acme/etl' })
  const { installation } = await clientsOf(github)
  const memory = createSettingsMemory()
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const merge = aMerge({
    url: `${github.origin}/acme/etl/pull/42`,
    installationId: String(github.installationOf('acme')),
  })
  let seen = 0
  return {
    github,
    memory,
    logged,
    merge,
    read: (change = {}, client = installation) =>
      createSettingsReader({ client: async () => client, memory, log })({ ...merge, ...change }),
    asked() {
      const calls = github.calls.of('/contents/').slice(seen)
      seen += calls.length
      return calls.map(({ path, query, status }) => {
        const [, , owner, name, , ...rest] = decodeURIComponent(path).split('/')
        if (rest.join('/') !== settingsPath) throw new Error(`${path} is no file of settings.`)
        return `${owner}/${name}@${new URLSearchParams(query).get('ref') ?? ''} → ${status}`
      })
    },
  }
})
