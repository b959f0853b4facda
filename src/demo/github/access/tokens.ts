import { randomBytes } from 'node:crypto'
import type { Installation } from '../world/app.ts'
import type { World } from '../world/world.ts'

/** How long an installation token lives, in milliseconds. */
const lifetime = 3_600_000

/** A new token of an installation. `expiresAt` is in milliseconds since 1970. */
export function handOutToken(world: World, installation: Installation): { token: string; expiresAt: number } {
  const token = `ghs_${randomBytes(27).toString('base64url').replaceAll(/[-_]/g, 'x')}`
  const expiresAt = Date.now() + lifetime
  world.tokens.set(token, { installationId: installation.id, expiresAt })
  return { token, expiresAt }
}

/** Whose token it is; null when it is nobody's, or no longer good. */
export function installationOf(world: World, token: string): Installation | null {
  const known = world.tokens.get(token)
  if (known === undefined || known.expiresAt <= Date.now()) return null
  return world.installations.get(known.installationId) ?? null
}
