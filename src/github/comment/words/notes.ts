import type { Outlook, RunReport, Warning } from '../../../resume/index.ts'
import { runLink } from '../names.ts'
import { badEnd, isAhead } from '../run-phase.ts'
import { minuteWords } from '../times.ts'
import { stateWords } from './state-words.ts'
import { warningWords } from './warning-words.ts'

/** What else people should know of a run, each in sentences, the most important first. */
export function notesOn(run: RunReport): string[] {
  return [raceNote(run), ...outlookNotes(run), attemptNote(run)].filter((note) => note !== '')
}

function raceNote(run: RunReport): string {
  const { outcome } = run
  if (outcome.kind !== 'resumed' || outcome.race === null) return ''
  const twice = isAhead(run) ? 'it may run twice at the same time' : 'it may have run twice at the same time'
  return `⚠️ While this app resumed it, somebody else set it to ${stateWords(outcome.race)}: ${twice}. Look at its page.`
}

function outlookNotes(run: RunReport): string[] {
  const { outlook, outcome } = run
  if (outlook === null) return []
  const starter =
    outlook.startedByRun && (outcome.kind === 'resumed' || isAhead(run))
      ? ['Another flow run started this one: that one stays as it is, and does not hear how this one ends.']
      : []
  if (!isAhead(run) && badEnd(run) === null) return starter
  const hindered =
    outcome.kind === 'would-resume' ? outlook.warnings.map((each) => hindranceNote(run, each)) : []
  return [...hindered, deployNote(run, outlook), laterRunNote(outlook), tasksNote(run, outlook), ...starter]
}

function hindranceNote(run: RunReport, warning: Warning): string {
  const { says, remedy } = warningWords(run, warning)
  return `⚠️ Nothing would pick it up: ${says}. ${remedy}`
}

function deployNote(run: RunReport, { needsDeploy, deployedAt }: Outlook): string {
  if (!needsDeploy) return ''
  const updated = deployedAt === null ? '' : minuteWords(deployedAt)
  const when = updated === '' ? 'before this merge' : `${updated}, before this merge`
  const then = isAhead(run)
    ? 'A run that starts before the deploy gets the old code; if it fails again, resume it after the deploy.'
    : 'Deploy it, unless somebody has since, and then resume it once more.'
  return `⚠️ **A deploy is needed before the fix can take effect.** The deployment was last updated ${when}. ${then}`
}

function laterRunNote({ laterRun }: Outlook): string {
  if (laterRun === null) return ''
  return `A later run of the same deployment has completed meanwhile: ${runLink(laterRun)}. Is this one still needed?`
}

function tasksNote(run: RunReport, { tasksAgain }: Outlook): string {
  if (tasksAgain === null || tasksAgain < 1 || !isAhead(run)) return ''
  return tasksAgain === 1
    ? 'One task of it had completed, but its result is not stored: it runs again.'
    : `${tasksAgain} tasks of it had completed, but their results are not stored: they run again.`
}

const ordinals = [
  '',
  '',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

function attemptNote({ attempt }: RunReport): string {
  if (attempt < 2) return ''
  const count = ordinals[attempt]
  return `This is ${count === undefined ? `attempt ${attempt}` : `the ${count} attempt`}: somebody asked for it once more.`
}
