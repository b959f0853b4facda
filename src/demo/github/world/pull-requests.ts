import { ensureAccount } from './accounts.ts'
import { createCommitId } from './commit-id.ts'
import type { PullRequest } from './pull-request.ts'
import { ensureBranch } from './repositories.ts'
import type { Repository } from './repository.ts'
import { timestamp } from './time.ts'
import type { World } from './world.ts'

export interface PullRequestInput {
  /** `owner/name`; made, with the App installed, when there is none. @default 'acme/etl' */
  repository?: string
  /** The next one unless given. */
  number?: number
  /** @default 'Fix the flow' */
  title?: string
  /** Null or empty for a pull request without a text. @default null */
  body?: string | null
  /** A login; one that ends in `[bot]` is a bot's; null for a deleted account. @default 'dev' */
  author?: string | null
  /** The repository's default branch unless given. */
  baseBranch?: string
  /** @default 'fix' */
  headBranch?: string
  /** The login that owns the fork it comes from; null for a deleted fork. From the same repository unless given. */
  fork?: string | null
  draft?: boolean
  /** The names of its labels. */
  labels?: readonly string[]
}

/** Opens a pull request. @throws when its number is taken */
export function seedPullRequest(world: World, repository: Repository, input: PullRequestInput): PullRequest {
  const { author = 'dev', fork } = input
  const number = input.number ?? Math.max(0, ...repository.pullRequests.keys()) + 1
  if (repository.pullRequests.has(number)) throw new Error(`There is a pull request ${number} already.`)
  const now = timestamp()
  const pullRequest: PullRequest = {
    id: world.nextId(),
    number,
    title: input.title ?? 'Fix the flow',
    body: input.body || null,
    author: author === null ? null : ensureAccount(world, author),
    baseBranch: input.baseBranch ?? repository.defaultBranch,
    baseSha: createCommitId(),
    headBranch: input.headBranch ?? 'fix',
    headSha: createCommitId(),
    fork: typeof fork === 'string' ? ensureAccount(world, fork) : fork,
    draft: input.draft ?? false,
    labels: input.labels ?? [],
    state: 'open',
    mergeCommit: createCommitId(),
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    mergedAt: null,
    mergedBy: null,
  }
  ensureBranch(repository, pullRequest.baseBranch)
  repository.pullRequests.set(number, pullRequest)
  return pullRequest
}
