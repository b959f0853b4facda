import type { Report, RunReport } from '../../resume/index.ts'
import { isToMend } from './reasons-to-mend.ts'
import { badEnd, isPaused, standingWarnings } from './run-phase.ts'

/**
 * Whether a report is a reason to begin a comment. One that was begun is kept up to date all the same.
 *
 * `on-failure` stays silent as long as nobody need do anything: a run that was resumed, moves and completes, and one
 * that was left alone because it goes on or because somebody wants it so.
 */
export function isWorthTelling({ merge, standing, runs }: Report): boolean {
  switch (standing.kind) {
    case 'skipped':
      return false
    case 'settings-wrong':
      return true
    case 'acts':
      if (standing.comment === 'never' || runs.length === 0) return false
      // Bots quote other people's text.
      if (merge.byBot && runs.every(isForeign)) return false
      return standing.comment === 'always' || runs.some(isTrouble)
  }
}

function isForeign({ outcome }: RunReport): boolean {
  return outcome.kind === 'left-alone' && outcome.why.reason === 'foreign-workspace'
}

function isTrouble(run: RunReport): boolean {
  const { outcome } = run
  switch (outcome.kind) {
    case 'trying':
    case 'given-up':
      return true
    case 'left-alone':
      return isToMend(outcome.why)
    case 'would-resume':
      return false
    case 'resumed':
      return (
        outcome.race !== null ||
        run.stuck ||
        isPaused(run) ||
        badEnd(run) !== null ||
        standingWarnings(run).length > 0
      )
  }
}
