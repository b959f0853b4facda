import type { Obstacle, Report } from '../../../resume/index.ts'
import { sentences } from '../blocks.ts'
import { quote } from '../private.ts'
import type { Words } from './words.ts'

/** What is said while something keeps us from acting. */
export function tryingWords(report: Report, obstacle: Obstacle): Words {
  const goesOn = 'This app keeps trying, and this comment will say how it ends.'
  return {
    icon: '⚠️',
    says: `could not be resumed yet: ${causes[obstacle.because]}`,
    next: sentences([happened(report, obstacle), remedies[obstacle.because], goesOn]),
    short: 'not resumed yet',
  }
}

/** What is said when the time to try is over. */
export function givenUpWords(report: Report, obstacle: Obstacle): Words {
  const over = 'This app no longer tries.'
  return {
    icon: '❌',
    says: `was not resumed: ${causes[obstacle.because]}`,
    next: sentences([happened(report, obstacle), remedies[obstacle.because], over]),
    short: 'not resumed',
  }
}

const causes: Record<Obstacle['because'], string> = {
  unreachable: 'Prefect cannot be reached',
  'no-access': 'Prefect does not let this app in',
  'settings-unreadable': 'the settings of this repository cannot be read',
}

const remedies: Record<Obstacle['because'], string> = {
  unreachable: '',
  'no-access':
    'Whoever runs this app should check `PREFECT_API_KEY` (or `PREFECT_API_AUTH_STRING`), and that its role may run flows.',
  'settings-unreadable':
    'GitHub did not give `.github/resume-on-merge.yml`, and nothing is resumed without knowing what it says.',
}

function happened(report: Report, { problem }: Obstacle): string {
  return quote(report, 'What happened', problem)
}
