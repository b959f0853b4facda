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
 * Why the App does not serve a merge's repository; null when it does: those that the operator allows, or, when nothing
 * is said, those of the account that owns the App. Anybody may install a public App; their runs are not ours. The log
 * tells it once an installation.
 *
 * @param allowed globs over `owner/name`; null when the operator says nothing
 * @param readOwner asks GitHub; asked until it is known
 */
export function createWhyNotServed(
  allowed: readonly string[] | null,
  readOwner: () => Promise<AppOwner>,
  log: Logger,
): (merge: Merge) => Promise<string | null> {
  const told = new Set<string | null>()

  async function whyNot({ repository }: Merge): Promise<string | null> {
    if (allowed !== null) {
      const isAllowed = matchesGlob(repository.fullName, allowed, { anyCase: true })
      return isAllowed ? null : 'not in ALLOWED_REPOSITORIES'
    }
    const owner = await readOwner()
    return owner.id === repository.ownerId ? null : notOf(owner)
  }

  return async (merge) => {
    const because = await whyNot(merge)
    const { installationId: installation } = merge
    if (because !== null && !told.has(installation)) {
      told.add(installation)
      log.warn({ merge: mergeName(merge), installation, because }, 'repository not served')
    }
    return because
  }
}

function notOf({ id, login }: AppOwner): string {
  return id === null
    ? `the App's owner ${login} is an enterprise, which owns no repositories: set ALLOWED_REPOSITORIES`
    : `not of the App's owner ${login}`
}
