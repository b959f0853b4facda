import type { FlowRunState } from '../prefect/index.ts'
import { type Merge, mergeName } from './merge.ts'

const proof = /^Resumed by merge of \S+#(?<number>\d+) \((?<commit>[0-9a-f]{7})\) /

/** The message of the state that a merge sets: it tells people why, and us that it was done. */
export function proofMessage(merge: Merge): string {
  return `Resumed by merge of ${mergeName(merge)} (${shortCommit(merge)}) ${merge.url}`
}

/** The first state that this merge set, and the one before it. The repository may have been renamed since. */
export function findProof(
  history: readonly FlowRunState[],
  merge: Merge,
): { state: FlowRunState; before: FlowRunState | null } | null {
  const index = history.findIndex(({ message }) => {
    const found = proof.exec(message ?? '')?.groups
    return found?.['number'] === String(merge.number) && found['commit'] === shortCommit(merge)
  })
  const state = history[index]
  return state === undefined ? null : { state, before: history[index - 1] ?? null }
}

function shortCommit(merge: Merge): string {
  return merge.commit.slice(0, 7)
}
