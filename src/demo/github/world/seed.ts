import { randomBytes } from 'node:crypto'
import { type Account, isBotLogin } from './account.ts'
import type { Installation } from './app.ts'
import type { Repository } from './repository.ts'
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
    repositories: new Map(),
    deliveries: [],
    nextId,
  }
  ensureInstallation(world, owner)
  return world
}

/** The account of that login, made when there is none. */
export function ensureAccount(world: World, login: string, type: Account['type'] = 'User'): Account {
  const existing = world.accounts.get(login.toLowerCase())
  if (existing !== undefined) return existing
  const account: Account = { id: world.nextId(), login, type: isBotLogin(login) ? 'Bot' : type }
  world.accounts.set(login.toLowerCase(), account)
  return account
}

/** The installation on that account, made when there is none. */
export function ensureInstallation(world: World, account: Account): Installation {
  const existing = findInstallation(world, account)
  if (existing !== undefined) return existing
  const installation = { id: world.nextId(), account, createdAt: timestamp(), suspendedAt: null }
  world.installations.set(installation.id, installation)
  return installation
}

export function findInstallation(world: World, account: Account): Installation | undefined {
  return [...world.installations.values()].find((installation) => installation.account === account)
}

export interface RepositoryInput {
  /** `owner/name` */
  name: string
  /** @default 'private' */
  visibility?: Repository['visibility']
  /** @default 'main' */
  defaultBranch?: string
  /** Whether the App is installed on it. @default true */
  installed?: boolean
}

/** The repository of that name, made when there is none. */
export function ensureRepository(world: World, input: RepositoryInput): Repository {
  const key = input.name.toLowerCase()
  const existing = world.repositories.get(key)
  if (existing !== undefined) return existing
  const [login = '', name = ''] = input.name.split('/')
  const installed = input.installed ?? true
  const owner = ensureAccount(world, login, 'Organization')
  if (installed) ensureInstallation(world, owner)
  const repository: Repository = {
    id: world.nextId(),
    name,
    owner,
    visibility: input.visibility ?? 'private',
    defaultBranch: input.defaultBranch ?? 'main',
    installed,
    createdAt: timestamp(),
    files: new Map(),
    pullRequests: new Map(),
    comments: [],
  }
  world.repositories.set(key, repository)
  return repository
}
