import type { MergeRecord } from '../../inbox/index.ts'
import type { Standing } from '../../resume/index.ts'
import { shown } from './untrusted.ts'

type Skipped = Extract<Standing, { kind: 'skipped' }>

interface SkippedWords {
  /** Who wants it so, and by what; the detail of the standing follows. */
  says: string
  next: string
}

const skipped: Record<Skipped['because'], SkippedWords> = {
  'not-served': {
    says: 'the App does not serve this repository',
    next: 'Add the repository to ALLOWED_REPOSITORIES if it should.',
  },
  'not-installed': {
    says: 'the App is not installed on this repository any more, or suspended',
    next: 'Install it again, or let its owner lift the suspension, and ask for another attempt: resume-on-merge resume',
  },
  disabled: {
    says: 'the settings file of the repository turns it off',
    next: 'Change .github/resume-on-merge.yml in the repository if it should be on.',
  },
  label: {
    says: 'the pull request has a label that skips it',
    next: 'Take the label off before merging if its runs should be resumed.',
  },
  'label-missing': {
    says: 'the pull request has none of the labels that the repository asks for',
    next: 'Set one of the labels before merging if its runs should be resumed.',
  },
  branch: {
    says: 'the settings file of the repository leaves out the branch that was merged into',
    next: 'Add the branch to branches in .github/resume-on-merge.yml if its merges should count.',
  },
}

/** Why nothing was done for a merge as a whole. */
export function skippedWords({ because, detail }: Skipped): SkippedWords {
  const { says, next } = skipped[because]
  return { says: `${says} (${shown(detail)})`, next }
}

/** What holds for all runs of a merge, in lines. */
export function standingLines({ standing, runs, handedOverAt }: MergeRecord): string[] {
  switch (standing?.kind) {
    case undefined:
      return runs.length === 0 && handedOverAt !== null ? [] : ['not known yet']
    case 'acts':
      return [`each run is decided on its own; comments: ${standing.comment}`]
    case 'skipped':
      return [`skipped: ${skippedWords(standing).says}`]
    case 'settings-wrong': {
      const { file, problems } = standing
      return [
        `the settings file is wrong: ${shown(file.url, 500)}`,
        ...problems.map(
          ({ line, column, key, problem, allowed }) =>
            `line ${line}, column ${column}: ${shown(`${key} ${problem}`)}; allowed: ${shown(allowed)}`,
        ),
      ]
    }
  }
}
