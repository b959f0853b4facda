import { type Answer, type Route, route, type StandInRequest } from '../../http/index.ts'
import { onRepository } from '../access/guards.ts'
import { blobId, fileDocument } from '../documents/contents.ts'
import { pullRequestDocument } from '../documents/pull-request.ts'
import { repositoryDocument } from '../documents/repository.ts'
import { fullName, type Repository } from '../world/repository.ts'
import type { World } from '../world/world.ts'
import { notFound } from './refuse.ts'

/** A repository, its pull requests and its files. */
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
    route(
      'GET',
      '/repos/{owner}/{name}/contents/{path:path}',
      onRepository(world, (repository, request, path = '') =>
        readFile(world.origin, repository, request, path),
      ),
    ),
  ]
}

function readFile(
  origin: string,
  repository: Repository,
  { headers, url }: StandInRequest,
  path: string,
): Answer {
  const ref = url.searchParams.get('ref') ?? repository.defaultBranch
  const text = ref === repository.defaultBranch ? repository.files.get(path) : undefined
  if (text === undefined) return notFound()
  const etag = `W/"${blobId(text)}"`
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
  if (/\braw\b/.test(headers.accept ?? '')) {
    return {
      status: 200,
      text,
      headers: { etag, 'content-type': 'application/vnd.github.raw; charset=utf-8' },
    }
  }
  const name = fullName(repository)
  const document = fileDocument(`${origin}/api/v3/repos/${name}`, `${origin}/${name}`, ref, path, text)
  return { status: 200, body: document, headers: { etag } }
}
