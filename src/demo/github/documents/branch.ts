import type { Account } from '../world/account.ts'
import type { Repository } from '../world/repository.ts'
import { repositoryDocument } from './repository.ts'
import { userDocument } from './user.ts'

/** The head or the base of a pull request; both nulls when the fork was deleted. */
export function branchDocument(
  origin: string,
  owner: Account | null,
  repository: Repository | null,
  ref: string,
  sha: string,
) {
  return {
    label: `${owner?.login ?? 'unknown repository'}:${ref}`,
    ref,
    sha,
    user: owner === null ? null : userDocument(origin, owner),
    repo: repository === null ? null : repositoryDocument(origin, repository),
  }
}
