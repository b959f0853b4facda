import type { ProbotOctokit } from 'probot'
import { z } from 'zod'
import { type Merge, mergeName } from '../resume/index.ts'
import { isUnclear, UnclearCommentError } from './unclear-comment-error.ts'

const createdSchema = z.object({ id: z.union([z.int(), z.bigint()]) })

/** The comments of one pull request, as one installation may write them. */
export interface Comments {
  /** The comment of this App that begins with the marker; null when there is none. */
  find(marker: string): Promise<string | null>
  /** @throws UnclearCommentError when GitHub may have stored the comment, and did not say so */
  create(body: string): Promise<string>
  update(id: string, body: string): Promise<void>
}

/** @param appId only comments that this App wrote are ever taken for its own */
export function commentsOf(octokit: ProbotOctokit, appId: string, merge: Merge): Comments {
  const [owner = '', repo = ''] = merge.repository.fullName.split('/')
  const pullRequest = { owner, repo, issue_number: merge.number }

  return {
    async find(marker) {
      const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
        ...pullRequest,
        per_page: 100,
      })
      for await (const { data } of pages) {
        const ours = data.find(
          ({ body, performed_via_github_app: app }) =>
            body?.startsWith(marker) === true && app != null && String(app.id) === appId,
        )
        if (ours !== undefined) return String(ours.id)
      }
      return null
    },
    async create(body) {
      try {
        // Not repeated by the client: GitHub may have stored it although the answer was lost.
        const { data } = await octokit.rest.issues.createComment({
          ...pullRequest,
          body,
          request: { retries: 0 },
        })
        return String(createdSchema.parse(data).id)
      } catch (error) {
        throw isUnclear(error) ? new UnclearCommentError(mergeName(merge), error) : error
      }
    },
    async update(id, body) {
      await octokit.rest.issues.updateComment({ owner, repo, comment_id: Number(id), body })
    },
  }
}
