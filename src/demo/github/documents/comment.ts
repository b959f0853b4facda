import type { App } from '../world/app.ts'
import { bodyOf, type Comment } from '../world/comment.ts'
import { fullName, type Repository } from '../world/repository.ts'
import { appSummary } from './app.ts'
import { nodeId } from './node-id.ts'
import { userDocument } from './user.ts'

/** A comment as answers have it. */
export function commentDocument(origin: string, app: App, repository: Repository, comment: Comment) {
  const { id, number, author, createdAt, updatedAt } = comment
  const name = fullName(repository)
  const issues = `${origin}/api/v3/repos/${name}/issues`
  const url = `${issues}/comments/${id}`
  return {
    url,
    html_url: `${origin}/${name}/pull/${number}#issuecomment-${id}`,
    issue_url: `${issues}/${number}`,
    id,
    node_id: nodeId('IssueComment', id),
    user: userDocument(origin, author),
    created_at: createdAt,
    updated_at: updatedAt,
    body: bodyOf(comment),
    author_association: comment.viaApp ? 'NONE' : 'CONTRIBUTOR',
    reactions: {
      url: `${url}/reactions`,
      total_count: 0,
      '+1': 0,
      '-1': 0,
      laugh: 0,
      hooray: 0,
      confused: 0,
      heart: 0,
      rocket: 0,
      eyes: 0,
    },
    performed_via_github_app: comment.viaApp ? appSummary(origin, app) : null,
  }
}
