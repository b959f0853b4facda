import type { ProbotOctokit } from 'probot'
import type { Merge } from '../resume/index.ts'

/** How long one call to GitHub may take, in milliseconds. */
const callTimeout = 15_000

/** The comments of one pull request, as one installation may write them. */
export interface Comments {
  /** The comment of this App that begins with the marker; null when there is none. */
  find(marker: string): Promise<string | null>
  create(body: string): Promise<string>
  update(id: string, body: string): Promise<void>
}

/** @param appId only comments that this App wrote are ever taken for its own */
export function commentsOf(octokit: ProbotOctokit, appId: string, merge: Merge): Comments {
  const [owner = '', repo = ''] = merge.repository.fullName.split('/')
  const pullRequest = { owner, repo, issue_number: merge.number }
  const request = () => ({ signal: AbortSignal.timeout(callTimeout) })

  return {
    async find(marker) {
      const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
        ...pullRequest,
        per_page: 100,
        request: request(),
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
      // Not repeated by the client: GitHub may have stored it although the answer was lost.
      const { data } = await octokit.rest.issues.createComment({
        ...pullRequest,
        body,
        request: { ...request(), retries: 0 },
      })
      return String(data.id)
    },
    async update(id, body) {
      await octokit.rest.issues.updateComment({
        owner,
        repo,
        comment_id: Number(id),
        body,
        request: request(),
      })
    },
  }
}
