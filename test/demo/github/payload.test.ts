import { createRequire } from 'node:module'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type GitHubStandIn, startGitHub } from '../../../src/demo/github/index.ts'

const examplesSchema = z.array(
  z.object({ name: z.string(), examples: z.array(z.record(z.string(), z.unknown())) }),
)

let github: GitHubStandIn
beforeEach(async () => {
  github = await startGitHub()
})
afterEach(() => github.close())

test("a payload has every key of GitHub's own example", () => {
  const require = createRequire(import.meta.url)
  const examples = examplesSchema.parse(require('@octokit/webhooks-examples/api.github.com/index.json'))
  const [example] =
    examples
      .find(({ name }) => name === 'pull_request')
      ?.examples.filter(({ action }) => action === 'closed') ?? []
  github.addPullRequest({ number: 1 })
  const { payload } = github.merge(1)
  expect(missing(example, payload, 'payload')).toEqual([])
})

const pullRequestSchema = z.looseObject({
  pull_request: z.looseObject({
    body: z.string().nullable(),
    merged: z.boolean(),
    merged_at: z.string().nullable(),
    merged_by: z.looseObject({ login: z.string() }).nullable(),
    merge_commit_sha: z.string(),
    user: z.looseObject({ type: z.string() }).nullable(),
    head: z.looseObject({ repo: z.looseObject({ full_name: z.string() }).nullable() }),
  }),
})
const pullRequestOf = (payload: unknown) => pullRequestSchema.parse(payload).pull_request

test('a pull request that is closed without merging has a merge commit too, but is not merged', () => {
  github.addPullRequest({ number: 1, body: '' })
  const closed = pullRequestOf(github.closeUnmerged(1).payload)
  expect(closed).toMatchObject({ body: null, merged: false, merged_at: null, merged_by: null })
  expect(closed.merge_commit_sha).toMatch(/^[0-9a-f]{40}$/)
  github.reopen(1)
  expect(pullRequestOf(github.merge(1, { by: 'boss' }).payload)).toMatchObject({
    merged: true,
    merged_by: { login: 'boss' },
  })
})

test('authors can be bots or gone, forks can be elsewhere or gone', () => {
  github.addPullRequest({ number: 1, author: 'renovate[bot]', fork: 'somebody' })
  github.addPullRequest({ number: 2, author: null, fork: null })
  expect(pullRequestOf(github.merge(1).payload)).toMatchObject({
    user: { type: 'Bot' },
    head: { repo: { full_name: 'somebody/etl' } },
  })
  expect(pullRequestOf(github.merge(2).payload)).toMatchObject({ user: null, head: { repo: null } })
})

/** The paths of an example's keys that a document has not. What is null in the document has no keys to miss. */
function missing(example: unknown, document: unknown, path: string): string[] {
  if (Array.isArray(example) || Array.isArray(document) || document === null) return []
  if (typeof example !== 'object' || example === null) return []
  if (typeof document !== 'object') return [path]
  return Object.entries(example).flatMap(([key, inner]) => {
    const found: unknown = Reflect.get(document ?? {}, key)
    return found === undefined ? [`${path}.${key}`] : missing(inner, found, `${path}.${key}`)
  })
}
