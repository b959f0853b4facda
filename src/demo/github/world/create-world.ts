import { randomBytes } from 'node:crypto'
import type { Account } from './account.ts'
import { ensureInstallation } from './installations.ts'
import { timestamp } from './time.ts'
import type { World } from './world.ts'

export interface WorldOptions {
  /** @default 7001 */
  appId?: number
  /** @default 'resume-on-merge' */
  slug?: string
  /** The login of the organization that owns the App. @default 'acme' */
  owner?: string
  /** A random one unless given. */
  webhookSecret?: string
}

/** A GitHub with one App, installed on the account that owns it. */
export function createWorld(options: WorldOptions): World {
  let lastId = 5000
  const nextId = () => ++lastId
  const owner: Account = { id: nextId(), login: options.owner ?? 'acme', type: 'Organization' }
  const world: World = {
    origin: '',
    app: {
      id: options.appId ?? 7001,
      slug: options.slug ?? 'resume-on-merge',
      owner,
      webhookSecret: options.webhookSecret ?? randomBytes(20).toString('hex'),
      createdAt: timestamp(),
    },
    hookUrl: null,
    accounts: new Map([[owner.login.toLowerCase(), owner]]),
    installations: new Map(),
    tokens: new Map(),
    registrations: new Map(),
    repositories: new Map(),
    deliveries: [],
    nextId,
  }
  ensureInstallation(world, owner)
  return world
}
