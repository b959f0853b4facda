import { type Route, route } from '../../http/index.ts'
import { onRepository } from '../access/guards.ts'
import { pullRequestDocument } from '../documents/pull-request.ts'
import { repositoryDocument } from '../documents/repository.ts'
import type { World } from '../world/world.ts'
import { notFound } from './refuse.ts'

/** A repository and its pull requests. */
export function repositoryRoutes(world: World): Route[] {
  return [
    route(
      'GET',
      '/repos/{owner}/{name}',
      onRepository(world, (repository) => ({
        status: 200,
        body: repositoryDocument(world.origin, repository),
      })),
    ),
    route(
      'GET',
      '/repos/{owner}/{name}/pulls/{number:int}',
      onRepository(world, (repository, _request, number) => {
        const found = repository.pullRequests.get(Number(number))
        if (found === undefined) return notFound()
        return { status: 200, body: pullRequestDocument(world.origin, repository, found) }
      }),
    ),
  ]
}
