import type { Logger } from 'pino'
import { type Merge, matchesGlob, mergeName } from '../resume/index.ts'

/** The account or enterprise that owns the App. */
export interface AppOwner {
  /** The account's id, which is the one of its repositories' owner; null for an enterprise, which owns none itself. */
  id: string | null
  /** As people call it. */
  login: string
}

/**
 * Whether the App serves a merge's repository: those that the operator allows, or, when nothing is said, those of
 * the account that owns the App. Anybody may install a public App; their runs are not ours.
 *
 * @param allowed globs over `owner/name`; null when the operator says nothing
 * @param readOwner asks GitHub; asked once
 */
export function createServes(
  allowed: readonly string[] | null,
  readOwner: () => Promise<AppOwner>,
  log: Logger,
): (merge: Merge) => Promise<boolean> {
  let owner: AppOwner | null = null

  async function isOurs({ repository }: Merge): Promise<boolean> {
    if (allowed !== null) return matchesGlob(repository.fullName, allowed, { anyCase: true })
    owner ??= await readOwner()
    return owner.id === repository.ownerId
  }

  return async (merge) => {
    const served = await isOurs(merge)
    if (!served) {
      const because = allowed === null ? notOf(owner) : 'not in ALLOWED_REPOSITORIES'
      log.warn(
        { merge: mergeName(merge), installation: merge.installationId, because },
        'repository not served',
      )
    }
    return served
  }
}

function notOf(owner: AppOwner | null): string {
  return owner?.id === null
    ? `the App's owner ${owner.login} is an enterprise, which owns no repositories: set ALLOWED_REPOSITORIES`
    : `not of the App's owner ${owner?.login}`
}
