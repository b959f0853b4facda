import { pullRequestPayload } from './documents/payload.ts'
import type { GitHubControl, MergeInput, PullRequestName } from './stand-in.ts'
import { ensureAccount } from './world/accounts.ts'
import { createCommitId } from './world/commit-id.ts'
import { createDelivery, type Delivery } from './world/delivery.ts'
import type { PullRequest } from './world/pull-request.ts'
import { seedPullRequest } from './world/pull-requests.ts'
import { ensureRepository } from './world/repositories.ts'
import { fullName, type Repository } from './world/repository.ts'
import { timestamp } from './world/time.ts'
import type { World } from './world/world.ts'

/** Where pull requests are unless it is said. */
const usualRepository = 'acme/etl'

/** What is done with pull requests, and what GitHub tells of it. */
export function pullRequestControl(
  world: World,
): Pick<GitHubControl, 'addPullRequest' | 'opened' | 'edit' | 'merge' | 'closeUnmerged' | 'reopen'> {
  return {
    addPullRequest(input) {
      const repository = ensureRepository(world, { name: input.repository ?? usualRepository })
      const { number } = seedPullRequest(world, repository, input)
      const name = fullName(repository)
      return { repository: name, number, url: `${world.origin}/${name}/pull/${number}` }
    },
    opened: (name) => tell(world, name, 'opened', () => undefined),
    edit: (name, { title, body }) =>
      tell(world, name, 'edited', (pullRequest) => {
        pullRequest.title = title ?? pullRequest.title
        if (body !== undefined) pullRequest.body = body || null
      }),
    merge: (name, input = {}) =>
      tell(world, name, 'closed', (pullRequest) => merge(world, pullRequest, input)),
    closeUnmerged: (name) =>
      tell(world, name, 'closed', (pullRequest, now) => {
        pullRequest.state = 'closed'
        pullRequest.closedAt = now
      }),
    reopen: (name) =>
      tell(world, name, 'reopened', (pullRequest) => {
        pullRequest.state = 'open'
        pullRequest.closedAt = null
      }),
  }
}

function merge(world: World, pullRequest: PullRequest, { by = 'maintainer', commit, at }: MergeInput): void {
  const mergedAt = at ?? timestamp()
  pullRequest.state = 'closed'
  pullRequest.closedAt = mergedAt
  pullRequest.mergedAt = mergedAt
  pullRequest.mergedBy = ensureAccount(world, by)
  pullRequest.mergeCommit = commit ?? createCommitId()
}

function tell(
  world: World,
  name: PullRequestName,
  action: string,
  act: (pullRequest: PullRequest, now: string) => void,
): Delivery {
  const { repository, pullRequest } = find(world, name)
  const now = timestamp()
  pullRequest.updatedAt = now
  act(pullRequest, now)
  const sender = pullRequest.mergedBy ?? pullRequest.author ?? repository.owner
  return createDelivery('pull_request', pullRequestPayload(world, action, repository, pullRequest, sender))
}

function find(world: World, name: PullRequestName): { repository: Repository; pullRequest: PullRequest } {
  const named = typeof name === 'number' ? { repository: usualRepository, number: name } : name
  const repository = world.repositories.get(named.repository.toLowerCase())
  const pullRequest = repository?.pullRequests.get(named.number)
  if (repository === undefined || pullRequest === undefined) {
    throw new Error(`There is no pull request ${named.repository}#${named.number} in this stand-in.`)
  }
  return { repository, pullRequest }
}
