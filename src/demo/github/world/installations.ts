import type { Account } from './account.ts'
import type { Installation } from './app.ts'
import { timestamp } from './time.ts'
import type { World } from './world.ts'

/** The installation on that account, made when there is none. */
export function ensureInstallation(world: World, account: Account): Installation {
  const existing = findInstallation(world, account)
  if (existing !== undefined) return existing
  const installation = { id: world.nextId(), account, createdAt: timestamp(), suspendedAt: null }
  world.installations.set(installation.id, installation)
  return installation
}

/** The installation on that account, if there is one. */
export function findInstallation(world: World, account: Account): Installation | undefined {
  return [...world.installations.values()].find((installation) => installation.account === account)
}
