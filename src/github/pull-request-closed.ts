import { z } from 'zod'
import type { Merge } from '../resume/index.ts'
import { idSchema } from './id.ts'

const repository = z.object({
  id: idSchema,
  full_name: z.string(),
  owner: z.object({ id: idSchema }),
  default_branch: z.string(),
  private: z.boolean(),
  /** Missing on old GitHub Enterprise servers; then `private` decides. */
  visibility: z.enum(['public', 'internal', 'private']).optional(),
})

/** What we read of a `pull_request` payload whose action is `closed`. */
export const pullRequestClosedSchema = z.object({
  action: z.literal('closed'),
  number: z.int().positive(),
  pull_request: z.object({
    html_url: z.url(),
    /** Null when the pull request has no text. */
    body: z.string().nullable(),
    merged: z.boolean(),
    merged_at: z.iso.datetime({ offset: true }).nullable(),
    /** Set on unmerged pull requests too: there it names a test merge. */
    merge_commit_sha: z.string().nullable(),
    base: z.object({ ref: z.string() }),
    /** Null for an account that was deleted. */
    user: z.object({ type: z.string() }).nullable(),
    labels: z.array(z.object({ name: z.string() })).default([]),
  }),
  repository,
  installation: z.object({ id: idSchema }).optional(),
})

export type PullRequestClosed = z.infer<typeof pullRequestClosedSchema>

/** The merge that a payload tells of; null for a pull request that was closed without merging. */
export function readMerge({
  number,
  pull_request,
  repository,
  installation,
}: PullRequestClosed): Merge | null {
  const { merged, merged_at, merge_commit_sha } = pull_request
  if (!merged || merged_at === null || merge_commit_sha === null) return null
  return {
    repository: {
      id: repository.id,
      fullName: repository.full_name,
      ownerId: repository.owner.id,
      defaultBranch: repository.default_branch,
      visibility: repository.visibility ?? (repository.private ? 'private' : 'public'),
    },
    number,
    url: pull_request.html_url,
    commit: merge_commit_sha,
    baseBranch: pull_request.base.ref,
    mergedAt: merged_at,
    installationId: installation?.id ?? null,
    byBot: pull_request.user?.type === 'Bot',
    labels: pull_request.labels.map(({ name }) => name),
  }
}
