import type { Account } from './account.ts'

export interface PullRequest {
  id: number
  number: number
  title: string
  /** Null when it is empty. */
  body: string | null
  /** Null when the account was deleted. */
  author: Account | null
  baseBranch: string
  baseSha: string
  headBranch: string
  headSha: string
  /** The fork it comes from; null when that was deleted, undefined when it comes from the same repository. */
  fork: Account | null | undefined
  draft: boolean
  labels: readonly string[]
  state: 'open' | 'closed'
  /** Set on unmerged ones too: there it names a test merge. */
  mergeCommit: string
  createdAt: string
  updatedAt: string
  closedAt: string | null
  mergedAt: string | null
  mergedBy: Account | null
}
