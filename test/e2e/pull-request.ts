import { createRequire } from 'node:module'
import { z } from 'zod'

const examplesSchema = z.array(
  z.object({ name: z.string(), examples: z.array(z.looseObject({ action: z.string().optional() })) }),
)
const closedSchema = z.looseObject({
  number: z.int(),
  pull_request: z.looseObject({ merged: z.boolean(), html_url: z.url(), merge_commit_sha: z.string() }),
  repository: z.looseObject({ full_name: z.string() }),
  installation: z.looseObject({ id: z.int() }),
})

/** A `pull_request` payload whose action is `closed`. */
export type ClosedPullRequest = z.infer<typeof closedSchema>

/** What differs from GitHub's example. */
export interface Closing {
  number: number
  body: string
  merged: boolean
  /** The id of the installation, as the GitHub that is asked for a token knows it. */
  installation: number
}

/** GitHub's own example of a pull request that was closed without merging; as `merged` it was merged now. */
export function closedPullRequest({ number, body, merged, installation }: Closing): ClosedPullRequest {
  const example = githubsExample()
  return {
    ...example,
    number,
    pull_request: {
      ...example.pull_request,
      number,
      html_url: `https://github.com/${example.repository.full_name}/pull/${number}`,
      body,
      merged,
      merged_at: merged ? new Date().toISOString() : null,
    },
    installation: { ...example.installation, id: installation },
  }
}

function githubsExample(): ClosedPullRequest {
  const all = examplesSchema.parse(createRequire(import.meta.url)('@octokit/webhooks-examples'))
  const ofPullRequests = all.find(({ name }) => name === 'pull_request')?.examples ?? []
  return closedSchema.parse(ofPullRequests.find(({ action }) => action === 'closed'))
}
