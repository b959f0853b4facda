import { type Report, type RunReport, stateSince } from '../../../resume/index.ts'
import { sentences } from '../blocks.ts'
import { quote } from '../private.ts'
import { ranFor } from '../ran-for.ts'
import { badEnd, standingWarnings } from '../run-phase.ts'
import { endedStates, movingStates } from './resumed-states.ts'
import { warningWords } from './warning-words.ts'
import type { Words } from './words.ts'

/** What is said of a run that this merge set to Scheduled. */
export function resumedWords(report: Report, run: RunReport): Words {
  if (run.deleted) return deleted
  const state = stateSince(run)
  const type = state?.type ?? 'SCHEDULED'
  const ended = endedStates.get(type)
  if (ended !== undefined) {
    const said = quote(report, 'Prefect says', badEnd(run)?.message ?? null)
    return {
      ...ended,
      next: sentences([said, ranFor(run), ended.next, startsOf(run, type), done(run, type)]),
    }
  }
  const words =
    hinderedWords(run) ??
    stuckWords(run) ??
    movingStates.get(`${type}/${state?.name}`) ??
    movingStates.get(type)
  const { next = '', ...moving } = words ?? scheduled
  return { ...moving, next: sentences([next, startsOf(run, type), notFollowed(run)]) }
}

const scheduled: Words = {
  icon: '🕓',
  says: 'is resumed',
  next: 'Its page says how it stands.',
  short: 'resumed',
}

const deleted: Words = {
  icon: '🗑️',
  says: 'was resumed, and then deleted in Prefect',
  next: 'Nothing is left to follow.',
  short: 'deleted',
}

/** Prefect takes a run that nobody will ever pick up, and says nothing: so this says it. */
function hinderedWords(run: RunReport): Words | null {
  const [first, ...others] = standingWarnings(run).map((warning) => warningWords(run, warning))
  if (first === undefined) return null
  const besides = others.map(({ says, remedy }) => `Besides, ${says}. ${remedy}`)
  return {
    icon: '⚠️',
    says: `is scheduled, but nothing will pick it up: ${first.says}`,
    next: sentences([first.remedy, ...besides]),
    short: 'not picked up',
  }
}

/** The words for a late run, which has been so for long. */
function stuckWords({ stuck }: RunReport): Words | null {
  const late = movingStates.get('SCHEDULED/Late')
  if (!stuck || late === undefined) return null
  return { ...late, says: 'is resumed, and still nobody has picked it up', short: 'not picked up' }
}

function done({ outcome }: RunReport, type: string): string {
  const raced = outcome.kind === 'resumed' && outcome.race !== null
  return type === 'COMPLETED' && !raced ? 'Nothing is left to do.' : ''
}

/** A first failure and one resumption make two starts; more of them tell something. */
function startsOf({ runCount }: RunReport, type: string): string {
  if (runCount === null || runCount < 3) return ''
  if (type === 'RUNNING') return `It has been started ${runCount} times by now.`
  return type === 'COMPLETED' || type === 'FAILED' ? `It was started ${runCount} times in all.` : ''
}

function notFollowed({ following }: RunReport): string {
  return following ? '' : 'From here on it is not followed: how it ends is on its page.'
}
