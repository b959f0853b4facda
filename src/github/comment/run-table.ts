import { type RunReport, stateSince } from '../../resume/index.ts'
import { table } from './blocks.ts'
import { deploymentLink, flowLink, runLink } from './names.ts'
import { stateCell } from './words/state-words.ts'

/** What a run is and how it stands. One run alone is named by the headline already. */
export function runTable(runs: readonly RunReport[], alone: boolean): string {
  const known = runs.some(({ flow, was }) => flow !== null || was !== null)
  if (alone && !known) return ''
  const moved = runs.some(hasMoved)
  const head = [
    ...(alone ? [] : ['Flow run']),
    'Flow / deployment',
    'At the merge',
    ...(moved ? ['Now'] : []),
  ]
  const rows = runs.map((run) => [
    ...(alone ? [] : [runLink(run)]),
    deployed(run),
    stateCell(run.was),
    ...(moved ? [hasMoved(run) ? stateCell(run.now) : '–'] : []),
  ])
  return table(head, rows)
}

function hasMoved(run: RunReport): boolean {
  return run.outcome.kind === 'resumed' && stateSince(run) !== null
}

function deployed(run: RunReport): string {
  const both = [flowLink(run), deploymentLink(run)].filter((each) => each !== '')
  return both.length === 0 ? 'not known' : both.join(' / ')
}
