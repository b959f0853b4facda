import type { LeftAlone, Report, RunReport } from '../../../resume/index.ts'
import { sentences } from '../blocks.ts'
import { nameLimit, runLink } from '../names.ts'
import { plainText } from '../plain-text.ts'
import { quote } from '../private.ts'
import { periodWords } from '../times.ts'
import { deploymentNotAllowedWords, stateNotAllowedWords } from './not-allowed-words.ts'
import { notFailedWords } from './not-failed-words.ts'
import { resumedSinceWords } from './resumed-since-words.ts'
import { deploymentDeletedWords, noDeploymentWords } from './without-deployment-words.ts'
import type { LeftWords } from './words.ts'

/** So much of what the trigger says is shown, in code points. */
const mismatchLimit = 300

const retry = 'To run it all the same, press Retry on its page.'

/** What is said of a run that was left alone: why, and what to do next. */
export function leftAloneWords(report: Report, run: RunReport, why: LeftAlone): LeftWords {
  switch (why.reason) {
    case 'not-failed':
      return notFailedWords(run)
    case 'resumed-since':
      return resumedSinceWords(report, run, why)
    case 'state-not-allowed':
      return stateNotAllowedWords(run, why.by)
    case 'no-deployment':
      return noDeploymentWords(run)
    case 'deployment-deleted':
      return deploymentDeletedWords(run)
    case 'deployment-not-allowed':
      return deploymentNotAllowedWords(run, why.by)
    case 'subflow':
      return subflowWords(why)
    case 'not-found':
      return {
        says: 'was not found in Prefect',
        next: 'It was deleted, or is older than the workspace keeps its runs; or it belongs to another workspace, which the key of this app may not see. Is the link right?',
      }
    case 'foreign-workspace':
      return {
        says: 'belongs to a workspace that this app does not serve',
        next: 'It was not looked at. Whoever may can press Retry on its page.',
      }
    case 'only-mentioned':
      return {
        icon: '👀',
        says: 'is only mentioned, and left alone',
        next: `Other runs follow a closing word here, and only those are resumed. To have this one resumed too, write \`Fixes\` before its address next time. ${retry}`,
        short: 'only mentioned',
      }
    case 'other-branch':
      return {
        says: `is left alone: this was merged into ${plainText(why.branch, nameLimit)}`,
        next: `Only merges into ${plainText(why.defaultBranch, nameLimit)} resume flow runs: name it in the pull request that brings the fix there. Or list more \`branches\` in \`.github/resume-on-merge.yml\`.`,
      }
    case 'too-old':
      return {
        says: `is left alone: this was merged more than ${periodWords(why.within)} ago`,
        next: 'Nobody expects so old a merge to start something (`RESUME_WITHIN`).',
      }
    case 'not-matched':
      return {
        says: 'is left alone: the event does not fit the trigger',
        next: `What missed: ${plainText(why.mismatch, mismatchLimit)}. ${retry}`,
      }
    case 'template-failed': {
      const mend = 'Whoever runs this app can mend the template.'
      return {
        says: 'is left alone: the webhook template failed',
        next: sentences([quote(report, 'It says', why.error), mend, retry]),
      }
    }
    case 'refused':
      return {
        icon: '❌',
        says: 'was not resumed: Prefect refused',
        next: sentences([
          why.because === null ? 'It gave no reason.' : quote(report, 'Its reason', why.because),
          'Look at its page, and press Retry there if that is right.',
        ]),
        short: 'refused',
      }
  }
}

function subflowWords({ parent, named }: Extract<LeftAlone, { reason: 'subflow' }>): LeftWords {
  if (parent === null) {
    return {
      says: 'is part of another flow run, and not resumed by itself',
      next: 'Which one that is could not be read. Name that one in a pull request, or press Retry on its page: it starts its parts anew.',
    }
  }
  const says = `is part of ${runLink(parent)}, and not resumed by itself`
  return named
    ? { says, next: 'That one is named here too, and decides: when it runs again, it starts its parts anew.' }
    : {
        says,
        next: 'Name that one in a pull request, or press Retry on its page: it starts its parts anew.',
      }
}
