import type { MergeRecord } from '../../inbox/index.ts'

/** Why there is no comment on a pull request, and none is to come as things are. */
export type Silence =
  | 'names-no-run'
  | 'skipped'
  | 'no-installation'
  | 'mode-never'
  | 'mode-on-failure'
  | 'foreign-runs-of-a-bot'
  | 'refused-by-github'

/** Why people read nothing of a merge; null when there is a comment, or one is to come. */
export function whySilent(merge: MergeRecord): Silence | null {
  const { comment, standing, runs } = merge
  if (comment.id !== null) return null
  if (merge.handedOverAt !== null && runs.length === 0) return 'names-no-run'
  if (standing === null) return null
  if (standing.kind === 'skipped') return 'skipped'
  if (merge.installationId === null) return 'no-installation'
  if (standing.kind === 'acts') {
    if (standing.comment === 'never') return 'mode-never'
    if (merge.byBot && runs.every(({ attempts }) => isForeign(attempts.at(-1))))
      return 'foreign-runs-of-a-bot'
    // As soon as something does not go well there is a comment.
    if (standing.comment === 'on-failure' && !comment.hasNews) return 'mode-on-failure'
  }
  return comment.hasReport && !comment.hasNews ? 'refused-by-github' : null
}

function isForeign(attempt: MergeRecord['runs'][number]['attempts'][number] | undefined): boolean {
  const outcome = attempt?.outcome
  return outcome?.kind === 'left-alone' && outcome.why.reason === 'foreign-workspace'
}

/** The page of the comment; null where there is none. */
export function commentUrl({ url, comment }: MergeRecord): string | null {
  return comment.id === null ? null : `${url}#issuecomment-${comment.id}`
}
