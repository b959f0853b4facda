import type { Report, RunReport } from '../../resume/index.ts'
import type { Alert } from './alerts-of.ts'
import { bullets, paragraphs } from './blocks.ts'
import { alertMarker } from './markers.ts'
import { runLink } from './names.ts'
import { badEnd, isPaused } from './run-phase.ts'
import { wordsFor } from './words/words-for.ts'

/** So many runs are named; the comment has them all. */
const mostRuns = 20

/** Where to look on: the comment is on the same page, and longer. */
const ends: Record<Alert['kind'], string> = {
  failed: 'The comment of this app above says what can be done, and how to resume a run once more.',
  stuck: 'The comment of this app above says what to look at.',
  'needs-person': 'The comment of this app above says what can be done.',
}

/** An alert as the Markdown of a short comment, which points to the one that has it all. */
export function renderAlert({ kind, runs, key }: Alert, report: Report): string {
  const lines = runs.slice(0, mostRuns).map((run) => lineOf(report, run))
  const more = runs.length > mostRuns ? [`and ${runs.length - mostRuns} more`] : []
  const told =
    runs.length === 1 ? [`${lines.join('')}. ${ends[kind]}`] : [bullets([...lines, ...more]), ends[kind]]
  return `${paragraphs([alertMarker(report.merge, key), ...told])}\n`
}

function lineOf(report: Report, run: RunReport): string {
  const { icon, says } = wordsFor(report, run)
  const { outcome } = run
  const raced = outcome.kind === 'resumed' && outcome.race !== null && badEnd(run) === null && !isPaused(run)
  return raced
    ? `⚠️ ${runLink(run)} may run twice at the same time: somebody else set it to run, too`
    : `${icon} ${runLink(run)} ${says}`
}
