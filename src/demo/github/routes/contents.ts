import { type Answer, type Route, route, type StandInRequest } from '../../http/index.ts'
import { onRepository } from '../access/guards.ts'
import { entryDocument, etagOf } from '../documents/contents.ts'
import { findEntry } from '../world/find-entry.ts'
import type { Repository } from '../world/repository.ts'
import type { World } from '../world/world.ts'
import { notFound, refuse } from './refuse.ts'

/** What is on the branches of a repository. */
export function contentRoutes(world: World): Route[] {
  return [
    route(
      'GET',
      '/repos/{owner}/{name}/contents/{path:path}',
      onRepository(world, (repository, request, path = '') =>
        answerEntry(world.origin, repository, request, path),
      ),
    ),
  ]
}

function answerEntry(
  origin: string,
  repository: Repository,
  { headers, url }: StandInRequest,
  path: string,
): Answer {
  const ref = url.searchParams.get('ref') ?? repository.defaultBranch
  const files = repository.branches.get(ref)
  if (files === undefined) return refuse(404, `No commit found for the ref ${ref}`)
  const found = findEntry(files, path)
  if (found === null) return notFound()

  // Only a file has a raw form.
  const isRaw = found.kind === 'file' && /\braw\b/.test(headers.accept ?? '')
  const text = isRaw ? found.text : JSON.stringify(entryDocument(origin, repository, ref, found))
  const type = isRaw ? 'application/vnd.github.raw; charset=utf-8' : 'application/json; charset=utf-8'
  const etag = etagOf(text)
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
  return { status: 200, text, headers: { etag, 'content-type': type } }
}
