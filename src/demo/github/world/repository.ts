import type { Account } from './account.ts'
import type { Comment } from './comment.ts'
import type { PullRequest } from './pull-request.ts'

export interface Repository {
  id: number
  name: string
  owner: Account
  visibility: 'public' | 'internal' | 'private'
  defaultBranch: string
  /** Whether the owner's installation of the App covers it. */
  installed: boolean
  createdAt: string
  /** The texts of the default branch, by their path. */
  files: Map<string, string>
  pullRequests: Map<number, PullRequest>
  comments: Comment[]
}

/** `owner/name` */
export function fullName({ owner, name }: Repository): string {
  return `${owner.login}/${name}`
}
