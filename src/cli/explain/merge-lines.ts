import type { AskedAttempt, MergeRecord } from '../../inbox/index.ts'
import { rows } from './layout.ts'
import { moment } from './times.ts'
import { shown } from './untrusted.ts'

/** What was merged, and how far its work is. */
export function mergeLines(merge: MergeRecord): string[] {
  const { url, commit, baseBranch, mergedAt, labels, recordedAt, handedOverAt } = merge
  return rows([
    ['page', shown(url, 500)],
    ['commit', `${shown(commit)} into ${shown(baseBranch)}`],
    ['merged', moment(mergedAt)],
    ['labels', labels.length === 0 ? 'none' : labels.map((label) => shown(label)).join(', ')],
    ['opened by', merge.byBot ? 'a bot' : []],
    ['received', moment(recordedAt)],
    ['taken up', handedOverAt === null ? 'not yet' : moment(handedOverAt)],
    ['finished', finished(merge)],
  ])
}

function finished({ handedOverAt, finishedAt, runs }: MergeRecord): string {
  if (handedOverAt !== null && runs.length === 0) return 'there was nothing to do'
  return finishedAt === null ? 'not yet' : moment(finishedAt)
}

/** What people asked for beside the merge itself. */
export function askedLines(asked: readonly AskedAttempt[]): string[] {
  return asked.map(({ attempt, runs, askedAt, handedOverAt }) => {
    const which = runs === null ? 'all runs' : runs.map((id) => shown(id)).join(', ')
    const taken = handedOverAt === null ? 'not taken up yet' : `taken up ${moment(handedOverAt)}`
    return `attempt ${attempt}: asked for ${moment(askedAt)}, ${which}; ${taken}`
  })
}
