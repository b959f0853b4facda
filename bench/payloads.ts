import type { GitHubStandIn } from '../src/demo/github/index.ts'
import { type SignedDelivery, sign } from './load.ts'

/** GitHub's payloads of pull requests have about this size, in bytes. */
const usualSize = 24_000

/** A signed delivery of a merge with this text; as large as usual. */
export function mergeDelivery(github: GitHubStandIn, text: string): SignedDelivery {
  const { repository, number } = github.addPullRequest({
    title: 'Read the amount under its new name',
    body: text,
  })
  const { payload } = github.merge({ repository, number })
  const padding = Math.max(0, usualSize - JSON.stringify(payload).length)
  return sign({ ...payload, padding: 'x'.repeat(padding) })
}
