import { z } from 'zod'
import { type Answer, type Route, route } from '../../http/index.ts'
import { onRepository } from '../access/guards.ts'
import { commentDocument } from '../documents/comment.ts'
import { ensureAccount } from '../world/accounts.ts'
import { type Comment, longestBody } from '../world/comment.ts'
import { seedComment } from '../world/comments.ts'
import type { Repository } from '../world/repository.ts'
import { timestamp } from '../world/time.ts'
import type { World } from '../world/world.ts'
import { page } from './page.ts'
import { invalid, notFound } from './refuse.ts'

const commentBody = z.object({ body: z.string().trim().min(1).max(longestBody) })

/** The comments of pull requests, which GitHub keeps as those of issues. */
export function commentRoutes(world: World): Route[] {
  const describe = (repository: Repository, comment: Comment) =>
    commentDocument(world.origin, world.app, repository, comment)

  return [
    route(
      'GET',
      '/repos/{owner}/{name}/issues/{number:int}/comments',
      onRepository(world, (repository, { url }, number) => {
        if (!repository.pullRequests.has(Number(number))) return notFound()
        const all = repository.comments.filter((comment) => comment.number === Number(number))
        const { items, headers } = page(all, url)
        return { status: 200, body: items.map((comment) => describe(repository, comment)), headers }
      }),
    ),
    route(
      'POST',
      '/repos/{owner}/{name}/issues/{number:int}/comments',
      onRepository(world, (repository, { body }, number) => {
        if (!repository.pullRequests.has(Number(number))) return notFound()
        return withBody(body, (text) => {
          const author = ensureAccount(world, `${world.app.slug}[bot]`)
          const parts = { number: Number(number), author, viaApp: true, body: text }
          const comment = seedComment(world, repository, parts)
          return { status: 201, body: describe(repository, comment) }
        })
      }),
    ),
    onComment('GET', (repository, comment) => ({ status: 200, body: describe(repository, comment) })),
    onComment('PATCH', (repository, comment, body) =>
      withBody(body, (text) => {
        comment.bodies.push(text)
        comment.updatedAt = timestamp()
        return { status: 200, body: describe(repository, comment) }
      }),
    ),
    onComment('DELETE', (repository, comment) => {
      repository.comments.splice(repository.comments.indexOf(comment), 1)
      return { status: 204 }
    }),
  ]

  function onComment(
    method: string,
    handle: (repository: Repository, comment: Comment, body: unknown) => Answer,
  ): Route {
    const template = '/repos/{owner}/{name}/issues/comments/{id:int}'
    return route(
      method,
      template,
      onRepository(world, (repository, { body }, id) => {
        const comment = repository.comments.find((one) => one.id === Number(id))
        return comment === undefined ? notFound() : handle(repository, comment, body)
      }),
    )
  }
}

function withBody(body: unknown, act: (text: string) => Answer): Answer {
  const parsed = commentBody.safeParse(body)
  if (parsed.success) return act(parsed.data.body)
  const long = parsed.error.issues.some(({ code }) => code === 'too_big')
  const message = long ? `Body is too long (maximum is ${longestBody} characters)` : "Body can't be blank"
  return invalid('IssueComment', 'body', message)
}
