import type { Account } from './account.ts'
import type { Comment } from './comment.ts'
import type { Repository } from './repository.ts'
import { timestamp } from './time.ts'
import type { World } from './world.ts'

export interface CommentParts {
  number: number
  author: Account
  viaApp: boolean
  body: string
}

/** Adds a comment, whoever wrote it. */
export function seedComment(world: World, repository: Repository, { body, ...parts }: CommentParts): Comment {
  const now = timestamp()
  const comment = { ...parts, id: world.nextId(), createdAt: now, updatedAt: now, bodies: [body] }
  repository.comments.push(comment)
  return comment
}
