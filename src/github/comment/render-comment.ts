import type { Report } from '../../resume/index.ts'
import { paragraphs, sentences } from './blocks.ts'
import { footer } from './footer.ts'
import { commentMarker } from './markers.ts'
import { oneRun } from './one-run.ts'
import { settingsWrong } from './settings-wrong.ts'
import { severalRuns } from './several-runs.ts'

/** GitHub takes 65,536 characters. */
const longest = 60_000

/** So many states of each run are told, as long as they fit. */
const stateCounts = [60, 12, 5]

/** How much of a report is shown. */
interface Shown {
  runs: number
  states: number
}

/** The report as the Markdown of a comment: untrusted text in it does nothing, and it is never too long for GitHub. */
export function renderComment(report: Report): string {
  let runs = report.runs.length
  for (const states of stateCounts) {
    const comment = render(report, { runs, states })
    if (comment.length <= longest) return comment
  }
  // What is left is about as long as the runs are many.
  for (;;) {
    const comment = render(report, { runs, states: 0 })
    if (comment.length <= longest || runs === 0) return comment
    runs = Math.min(runs - 1, Math.floor((runs * longest) / comment.length))
  }
}

function render(report: Report, shown: Shown): string {
  const { merge, standing } = report
  const blocks = [
    commentMarker(merge),
    ...(standing.kind === 'settings-wrong' ? settingsWrong(report, standing) : []),
    ...aboutRuns(report, shown),
    omitted(report, shown),
    footer(merge),
  ]
  return `${paragraphs(blocks)}\n`
}

function aboutRuns(report: Report, shown: Shown): string[] {
  const runs = report.runs.slice(0, shown.runs)
  const [only] = runs
  if (report.runs.length === 0) return []
  return report.runs.length === 1 && only !== undefined
    ? oneRun(report, only, shown.states)
    : severalRuns(report, runs, shown.states)
}

/** What the comment does not show. */
function omitted({ runs, beyondLimit }: Report, shown: Shown): string {
  const unshown = runs.length - shown.runs
  return sentences([
    unshown > 0 ? `${unshown} more flow runs do not fit into this comment.` : '',
    beyondLimit > 0
      ? `The pull request names ${beyondLimit} more; only the first ${runs.length} are looked at.`
      : '',
  ])
}
