import type { Account } from '../world/account.ts'
import { findInstallation } from '../world/installations.ts'
import type { PullRequest } from '../world/pull-request.ts'
import type { Repository } from '../world/repository.ts'
import type { World } from '../world/world.ts'
import { nodeId } from './node-id.ts'
import { organizationDocument } from './organization.ts'
import { pullRequestDocument } from './pull-request.ts'
import { repositoryDocument } from './repository.ts'
import { userDocument } from './user.ts'

/** The payload of a `pull_request` event, as it is at this moment. */
export function pullRequestPayload(
  world: World,
  action: string,
  repository: Repository,
  pullRequest: PullRequest,
  sender: Account,
): Record<string, unknown> {
  const { origin } = world
  const installation = findInstallation(world, repository.owner)
  return {
    action,
    number: pullRequest.number,
    pull_request: pullRequestDocument(origin, repository, pullRequest),
    repository: repositoryDocument(origin, repository),
    ...(repository.owner.type === 'Organization'
      ? { organization: organizationDocument(origin, repository.owner) }
      : {}),
    sender: userDocument(origin, sender),
    ...(installation === undefined
      ? {}
      : {
          installation: { id: installation.id, node_id: nodeId('IntegrationInstallation', installation.id) },
        }),
  }
}
