import type { LeftAlone, RunReport } from '../../resume/index.ts'
import { nameLimit, retryCommand } from './names.ts'
import { notFailedWords } from './not-failed-words.ts'
import { plainText } from './plain-text.ts'
import type { Words } from './words.ts'

/** So much of what others say of a failure is shown, in code points. */
const reasonLimit = 300

/** What is said of a run that was left alone: why, and what to do next. */
export function leftAloneWords(run: RunReport, why: LeftAlone): Words {
  return { icon: '⏭️', ...saidOf(run, why), short: 'left alone' }
}

function saidOf(run: RunReport, why: LeftAlone): Pick<Words, 'says' | 'next'> & Partial<Words> {
  switch (why.reason) {
    case 'not-failed':
      return notFailedWords(run)
    case 'no-deployment':
      return {
        says: 'cannot be resumed: it has no deployment',
        next: `No worker can take it up, so it would wait for ever. Run it by hand: ${retryCommand(run)}.`,
      }
    case 'deployment-deleted':
      return {
        says: 'cannot be resumed: its deployment was deleted',
        next: `No worker can take it up. Deploy the flow and start a new run, or run this one by hand: ${retryCommand(run)}.`,
      }
    case 'not-found':
      return {
        says: 'was not found in Prefect',
        next: 'Check that the link is complete, that the run was not deleted (workspaces keep runs for a while only), and that the key of this app may see it.',
      }
    case 'foreign-workspace':
      return {
        says: 'belongs to a workspace that this app does not serve',
        next: 'It was not looked at. Retry it on its page, if you may.',
      }
    case 'other-branch':
      return {
        says: `is left alone: this was merged into ${plainText(why.branch, nameLimit)}`,
        next: `Only merges into ${plainText(why.defaultBranch, nameLimit)} resume flow runs. Name it in the pull request that brings the fix there.`,
      }
    case 'too-old':
      return {
        says: `is left alone: this was merged more than ${durationWords(why.within)} ago`,
        next: 'Nobody expects an old merge to start something (`RESUME_WITHIN`). Retry the run on its page.',
      }
    case 'deployment-not-allowed': {
      const name = `${run.flowName ?? ''}/${run.deploymentName ?? ''}`
      return {
        says: `is left alone: its deployment ${plainText(name, 2 * nameLimit)} is not among those to resume`,
        next: 'Whoever runs this app can allow it (`ALLOWED_DEPLOYMENTS`). Until then, retry the run on its page.',
      }
    }
    case 'not-matched':
      return {
        says: 'is left alone: the event does not fit the trigger',
        next: `What missed: ${plainText(why.mismatch, reasonLimit)}.`,
      }
    case 'template-failed':
      return {
        says: 'is left alone: the webhook template failed',
        next: `Whoever runs this app can mend the template, and then redeliver the event. It says: ${plainText(why.error, reasonLimit)}.`,
      }
    case 'refused': {
      const reason =
        why.because === null ? 'It gave no reason.' : `Its reason: ${plainText(why.because, reasonLimit)}.`
      return {
        says: 'was not resumed: Prefect refused',
        next: `${reason} Look at its page, and retry it there if that is right.`,
      }
    }
  }
}

/** A time as people say it: in days, hours or minutes. */
function durationWords(milliseconds: number): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
  ] as const
  const [unit, length] = units.find(([, size]) => milliseconds >= size && milliseconds % size === 0) ?? [
    'second',
    1000,
  ]
  const count = Math.round(milliseconds / length)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
