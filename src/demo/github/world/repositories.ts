import { ensureAccount } from './accounts.ts'
import { ensureInstallation } from './installations.ts'
import type { Files, Repository } from './repository.ts'
import { timestamp } from './time.ts'
import type { World } from './world.ts'

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
  const defaultBranch = input.defaultBranch ?? 'main'
  const repository: Repository = {
    id: world.nextId(),
    name,
    owner,
    visibility: input.visibility ?? 'private',
    defaultBranch,
    installed,
    createdAt: timestamp(),
    branches: new Map([[defaultBranch, new Map()]]),
    pullRequests: new Map(),
    comments: [],
  }
  world.repositories.set(key, repository)
  return repository
}

/** What is on a branch; it is made from the default branch when there is none of that name. */
export function ensureBranch({ branches, defaultBranch }: Repository, name: string): Files {
  const files = branches.get(name) ?? new Map(branches.get(defaultBranch))
  branches.set(name, files)
  return files
}
