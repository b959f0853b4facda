import type { FlowRunState } from '../prefect/index.ts'
import { mergeName } from './merge.ts'
import type { Request } from './request.ts'

const proof =
  /^Resumed by merge of \S+#(?<number>\d+) \((?<commit>[0-9a-f]{7})\) \S+(?: \(attempt (?<attempt>\d+)\))?$/

/** The message of the state that a merge sets: it tells people why, and us that it was done. */
export function proofMessage({ merge, attempt }: Request): string {
  const again = attempt === 1 ? '' : ` (attempt ${attempt})`
  return `Resumed by merge of ${mergeName(merge)} (${shortCommit(merge.commit)}) ${merge.url}${again}`
}

/** A state that proves that something was done, and the one before it. */
export interface Proof {
  state: FlowRunState
  before: FlowRunState | null
}

/** The first state that this attempt of a merge set. The repository may have been renamed since. */
export function findProof(history: readonly FlowRunState[], { merge, attempt }: Request): Proof | null {
  const index = history.findIndex(({ message }) => {
    const found = proof.exec(message ?? '')?.groups
    return (
      found?.['number'] === String(merge.number) &&
      found['commit'] === shortCommit(merge.commit) &&
      Number(found['attempt'] ?? 1) === attempt
    )
  })
  const state = history[index]
  return state === undefined ? null : { state, before: history[index - 1] ?? null }
}

function shortCommit(commit: string): string {
  return commit.slice(0, 7)
}
