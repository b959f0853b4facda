import type { RunReport } from '../../../resume/index.ts'
import { nameLimit } from '../names.ts'
import { plainText } from '../plain-text.ts'
import type { LeftWords } from './words.ts'

type NarrowedBy = 'operator' | 'repository'

const retry = 'To run it all the same, press Retry on its page.'

const ended = new Map<string, { icon: string; says: string }>([
  ['FAILED', { icon: '❌', says: 'failed' }],
  ['CRASHED', { icon: '💥', says: 'crashed' }],
  ['CANCELLED', { icon: '🚫', says: 'was cancelled' }],
])

/** What is said of a run that ended in a state which is not to be resumed. */
export function stateNotAllowedWords({ was }: RunReport, by: NarrowedBy): LeftWords {
  const type = was?.type ?? ''
  const { icon, says } = ended.get(type) ?? { icon: '⏭️', says: 'ended' }
  const state = plainText(type, nameLimit)
  const where =
    by === 'operator'
      ? `Whoever runs this app has not put ${state} into \`RESUME_STATES\``
      : `${state} is not among the \`states\` in \`.github/resume-on-merge.yml\``
  // That is so unless somebody configures it, and what they want to know is who wanted it.
  return type === 'CANCELLED' && by === 'operator'
    ? { icon, says: 'was cancelled', next: `Somebody decided that, and this app leaves it so. ${retry}` }
    : { icon, says: `${says}, and is left alone`, next: `${where}. ${retry}` }
}

/** What is said of a run whose deployment is not to be resumed. */
export function deploymentNotAllowedWords({ flow, deployment }: RunReport, by: NarrowedBy): LeftWords {
  const name = plainText(`${flow?.name ?? ''}/${deployment?.name ?? ''}`, 2 * nameLimit)
  const where =
    by === 'operator'
      ? 'Whoever runs this app can allow it (`ALLOWED_DEPLOYMENTS`).'
      : 'Add it to the `deployments` in `.github/resume-on-merge.yml`.'
  return { says: `is left alone: its deployment ${name} is not among those to resume`, next: where }
}
