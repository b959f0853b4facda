import { commentView } from './comment-view.ts'
import { deliver } from './hooks/deliver.ts'
import { pullRequestControl } from './pull-requests.ts'
import type { GitHubControl } from './stand-in.ts'
import { ensureAccount } from './world/accounts.ts'
import type { Installation } from './world/app.ts'
import { seedComment } from './world/comments.ts'
import { createDelivery } from './world/delivery.ts'
import { findInstallation } from './world/installations.ts'
import { ensureBranch, ensureRepository } from './world/repositories.ts'
import type { Repository } from './world/repository.ts'
import { timestamp } from './world/time.ts'
import type { World } from './world/world.ts'

/** The hands on a world. @param changed called when an attempt to deliver is over */
export function createControl(world: World, changed: () => void): GitHubControl {
  return {
    ...pullRequestControl(world),
    addRepository: (input) => ensureRepository(world, input),
    ping: () =>
      createDelivery('ping', { zen: 'Keep it logically awesome.', hook_id: 1, hook: { type: 'App' } }),
    async deliver(delivery, overrides) {
      const logged = await deliver(world, delivery, overrides)
      changed()
      return logged
    },
    deliveries: world.deliveries,
    comments: (repository, number) =>
      find(world, repository)
        .comments.filter((comment) => comment.number === number)
        .map(commentView),
    addComment(name, number, { body, user }) {
      const parts = { number, author: ensureAccount(world, user), viaApp: false, body }
      return commentView(seedComment(world, find(world, name), parts))
    },
    setFile(name, path, entry, branch) {
      const repository = ensureRepository(world, { name })
      const files = ensureBranch(repository, branch ?? repository.defaultBranch)
      if (entry === null) files.delete(path)
      else files.set(path, entry)
    },
    deleteBranch: (name, branch) => void find(world, name).branches.delete(branch),
    installationOf: (owner) => installation(world, owner)?.id ?? null,
    suspend: (owner) => change(world, owner, timestamp()),
    unsuspend: (owner) => change(world, owner, null),
    uninstall(owner) {
      const found = installation(world, owner)
      if (found !== undefined) world.installations.delete(found.id)
    },
  }
}

function find(world: World, name: string): Repository {
  const repository = world.repositories.get(name.toLowerCase())
  if (repository === undefined) throw new Error(`There is no repository ${name} in this stand-in.`)
  return repository
}

function installation(world: World, owner: string): Installation | undefined {
  return findInstallation(world, ensureAccount(world, owner))
}

function change(world: World, owner: string, suspendedAt: string | null): void {
  const found = installation(world, owner)
  if (found !== undefined) found.suspendedAt = suspendedAt
}
