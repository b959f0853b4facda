import type { MergeRecord } from '../../inbox/index.ts'
import { commentUrl, type Silence, whySilent } from './comment-story.ts'
import { moment } from './times.ts'
import { shown } from './untrusted.ts'

const silences: Record<Silence, string> = {
  'names-no-run': 'the pull request names no flow run',
  skipped: 'what is skipped is not commented on',
  'no-installation': 'GitHub named no installation of the App in the delivery, so nobody may comment',
  'mode-never': 'the repository wants none (comment: never)',
  'mode-on-failure': 'the repository wants one only when something does not go well (comment: on-failure)',
  'foreign-runs-of-a-bot': 'the pull request is of a bot, and its runs are of other workspaces',
  'refused-by-github': 'GitHub does not let us comment; the log of the server has its answer',
}

/** What was told on the pull request, or why nothing was. */
export function commentLines(merge: MergeRecord): string[] {
  const { comment } = merge
  const url = commentUrl(merge)
  const silence = whySilent(merge)
  if (silence !== null) return [`none: ${silences[silence]}`]
  return [
    url === null ? 'none yet' : `${shown(url, 500)} (id ${shown(comment.id ?? '')})`,
    ...(comment.timesWritten === 0 ? [] : [`written ${times(comment.timesWritten)}`]),
    ...(comment.alerts.length === 0
      ? []
      : [`short comments added: ${comment.alerts.map((key) => shown(key)).join(', ')}`]),
    ...newsLines(merge),
  ]
}

function newsLines({ comment: { hasNews, failures, notBefore } }: MergeRecord): string[] {
  if (!hasNews) return []
  const at = notBefore === null ? 'soon' : `not before ${moment(notBefore)}`
  return [
    failures === 0
      ? `there are news to tell, ${at}`
      : `the news could not be told ${times(failures)} in a row; tried again, ${at}; the log of the server says why`,
  ]
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
