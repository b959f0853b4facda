import type { LeftAlone, RelatedRun, ReportedState } from '../../resume/index.ts'
import { duration, moment } from './times.ts'
import { quoted, shown } from './untrusted.ts'
import type { Words } from './words.ts'

const retry = 'To run it all the same, press Retry on its page in Prefect.'
const byHand =
  'No worker can take it up. Start a new run of the flow, or retry this one by hand where its code is.'

/** What a person may do about a run that has not failed; most others go on by themselves, or are done. */
const nextOfState = new Map([
  ['PAUSED', 'Resume it on its page in Prefect.'],
  ['CANCELLING', retry],
  ['CANCELLED', retry],
])

/** Why a run was left alone, and what to do about it. @param was the state in which it was found */
export function leftAloneWords(why: LeftAlone, was: ReportedState | null): Words {
  return { short: 'left alone', ...saidOf(why, was) }
}

function saidOf(why: LeftAlone, was: ReportedState | null): Omit<Words, 'short'> & Partial<Words> {
  switch (why.reason) {
    case 'not-failed':
      return {
        says: `was left alone, since it ${was === null ? 'had no state' : `was ${shown(was.name)}`}`,
        next: nextOfState.get(was?.type ?? '') ?? null,
      }
    case 'resumed-since':
      return {
        says: `was left alone, since somebody had set it to run again (${moment(why.at)}${why.by === null ? '' : `: ${quoted(why.by)}`})`,
        next: null,
      }
    case 'state-not-allowed':
      return {
        says: `was left alone, since ${narrower(why.by, 'RESUME_STATES', 'states')} leaves runs in its state to people`,
        next: retry,
      }
    case 'no-deployment':
      return { says: 'was left alone, since it has no deployment', next: byHand }
    case 'deployment-deleted':
      return { says: 'was left alone, since its deployment was deleted', next: byHand }
    case 'subflow':
      return {
        says: `was left alone, since it is part of ${parentName(why.parent)}`,
        next: why.named ? null : 'Name that run in a pull request, or press Retry on its page in Prefect.',
      }
    case 'not-found':
      return {
        says: 'was left alone, since Prefect does not know it',
        next: 'Check that it was not deleted, that it is of the workspace of PREFECT_API_URL, and that the key may see it.',
      }
    case 'foreign-workspace':
      return {
        says: 'was left alone, since it is of a workspace that is not served',
        next: 'Check PREFECT_API_URL and PREFECT_UI_URL if it should be; else press Retry on its page in Prefect.',
      }
    case 'only-mentioned':
      return {
        says: 'was left alone, since other runs of the pull request follow a closing word (Fixes …) and it does not',
        next: retry,
        short: 'only mentioned',
      }
    case 'other-branch':
      return {
        says: `was left alone, since this was merged into ${shown(why.branch)}, not into ${shown(why.defaultBranch)}`,
        next: 'List more branches in .github/resume-on-merge.yml if merges into that one should count.',
      }
    case 'too-old':
      return {
        says: `was left alone, since the merge was older than ${duration(why.within)} (RESUME_WITHIN)`,
        next: retry,
      }
    case 'deployment-not-allowed':
      return {
        says: `was left alone, since ${narrower(why.by, 'ALLOWED_DEPLOYMENTS', 'deployments')} does not hold its deployment`,
        next: 'Add its deployment there if its runs should be resumed.',
      }
    case 'not-matched':
      return {
        says: `was left alone, since its event does not fit the trigger: ${shown(why.mismatch)}`,
        next: 'Look at what the template makes of the delivery: resume-on-merge render --payload FILE',
      }
    case 'template-failed':
      return {
        says: `was left alone, since the template failed: ${shown(why.error)}`,
        next: 'Mend the template (WEBHOOK_TEMPLATE), and try it: resume-on-merge render --payload FILE',
      }
    case 'refused':
      return {
        says: `was not resumed, since Prefect refused${why.because === null ? ' without a reason' : `: ${quoted(why.because)}`}`,
        next: 'Look at its page in Prefect, and press Retry there if that is right.',
        short: 'refused',
      }
  }
}

function narrower(by: 'operator' | 'repository', variable: string, key: string): string {
  return by === 'operator' ? variable : `the repository's .github/resume-on-merge.yml (${key})`
}

function parentName(parent: RelatedRun | null): string {
  return parent === null ? 'another run' : `${quoted(parent.name ?? parent.id)} (${shown(parent.url, 500)})`
}
