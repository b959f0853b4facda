import type { PullRequest } from '../world/pull-request.ts'
import { fullName, type Repository } from '../world/repository.ts'
import { branchDocument } from './branch.ts'
import { labelDocument } from './label.ts'
import { nodeId } from './node-id.ts'
import { pullRequestUrls } from './pull-request-urls.ts'
import { userDocument } from './user.ts'

/** A pull request as payloads and answers have it. */
export function pullRequestDocument(origin: string, repository: Repository, pullRequest: PullRequest) {
  const { id, number, author, mergedBy, fork, headBranch, headSha, baseBranch, baseSha } = pullRequest
  const name = fullName(repository)
  const { links, ...urls } = pullRequestUrls(origin, name, number, headSha)
  const headOwner = fork === undefined ? repository.owner : fork
  const headRepository = fork === null ? null : { ...repository, owner: fork ?? repository.owner }
  const merged = pullRequest.mergedAt !== null
  return {
    ...urls,
    id,
    node_id: nodeId('PullRequest', id),
    number,
    state: pullRequest.state,
    locked: false,
    title: pullRequest.title,
    user: author === null ? null : userDocument(origin, author),
    body: pullRequest.body,
    created_at: pullRequest.createdAt,
    updated_at: pullRequest.updatedAt,
    closed_at: pullRequest.closedAt,
    merged_at: pullRequest.mergedAt,
    merge_commit_sha: pullRequest.mergeCommit,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: pullRequest.labels.map((label) => labelDocument(origin, name, label)),
    milestone: null,
    head: branchDocument(origin, headOwner, headRepository, headBranch, headSha),
    base: branchDocument(origin, repository.owner, repository, baseBranch, baseSha),
    _links: links,
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    active_lock_reason: null,
    draft: pullRequest.draft,
    merged,
    mergeable: pullRequest.state === 'open' ? true : null,
    rebaseable: pullRequest.state === 'open' ? true : null,
    mergeable_state: pullRequest.state === 'open' ? 'clean' : 'unknown',
    merged_by: mergedBy === null ? null : userDocument(origin, mergedBy),
    comments: repository.comments.filter((comment) => comment.number === number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 1,
    changed_files: 1,
  }
}
