import { type LeftAlone, mergeName, type Report, type RunReport } from '../../../resume/index.ts'
import { sentences } from '../blocks.ts'
import { nameLimit } from '../names.ts'
import { plainText } from '../plain-text.ts'
import { isPrivate, quote } from '../private.ts'
import { minuteWords } from '../times.ts'
import { stateWords } from './state-words.ts'
import type { LeftWords } from './words.ts'

/** What is said of a run that failed, and that somebody set to run again before this merge could. */
export function resumedSinceWords(
  report: Report,
  { was }: RunReport,
  { by, at }: Extract<LeftAlone, { reason: 'resumed-since' }>,
): LeftWords {
  const merge = readMerge(by)
  const since = minuteWords(at)
  const said = merge === null ? quote(report, 'Its state says', by) : ''
  const stood = was === null ? '' : `When this merge looked, it was ${stateWords(was)}.`
  return {
    says: `was already resumed by ${merge === null ? 'somebody else' : mergeWords(report, merge)}`,
    next: sentences([
      since === '' ? '' : `That was ${since}.`,
      said,
      stood,
      risks.get(was?.type ?? '') ?? '',
    ]),
  }
}

const twice = 'Resuming it once more would run it twice at the same time.'

const risks = new Map([
  ['PENDING', twice],
  ['RUNNING', twice],
  ['COMPLETED', 'There is nothing left to resume.'],
])

interface NamedMerge {
  repository: string
  number: string
  commit: string
}

/** The messages of states that this app sets. */
const proof =
  /^Resumed by merge of (?<repository>[\w.-]+\/[\w.-]+)#(?<number>\d+) \((?<commit>[0-9a-f]{7})\) /

function readMerge(message: string | null): NamedMerge | null {
  const { repository, number, commit } = proof.exec(message ?? '')?.groups ?? {}
  return repository === undefined || number === undefined || commit === undefined
    ? null
    : { repository, number, commit }
}

/** Which repositories there are besides is the team's business. */
function mergeWords(report: Report, { repository, number, commit }: NamedMerge): string {
  const name = `${repository}#${number}`
  if (name === mergeName(report.merge) && report.merge.commit.startsWith(commit)) return 'this merge'
  if (repository !== report.merge.repository.fullName && !isPrivate(report)) return 'another merge'
  return `another merge: ${plainText(name, 2 * nameLimit)} (${plainText(commit, nameLimit)})`
}
