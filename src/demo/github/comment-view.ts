import type { CommentView } from './stand-in.ts'
import { bodyOf, type Comment } from './world/comment.ts'

/** A comment as tests and people look at it. */
export function commentView(comment: Comment): CommentView {
  return {
    id: comment.id,
    body: bodyOf(comment),
    user: comment.author.login,
    viaApp: comment.viaApp,
    created: comment.createdAt,
    updated: comment.updatedAt,
    edits: [...comment.bodies],
  }
}
