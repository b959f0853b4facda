import type { Account } from './account.ts'
import type { Comment } from './comment.ts'
import type { PullRequest } from './pull-request.ts'

/** What may stand at a path: a text, a link to another path, or another repository at a commit. */
export type Entry = string | { symlink: string } | { submodule: string }

/** What is on a branch, by its path. */
export type Files = Map<string, Entry>

export interface Repository {
  id: number
  name: string
  owner: Account
  visibility: 'public' | 'internal' | 'private'
  defaultBranch: string
  /** Whether the owner's installation of the App covers it. */
  installed: boolean
  createdAt: string
  /** What is on each branch. */
  branches: Map<string, Files>
  pullRequests: Map<number, PullRequest>
  comments: Comment[]
}

/** `owner/name` */
export function fullName({ owner, name }: Repository): string {
  return `${owner.login}/${name}`
}
