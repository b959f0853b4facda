import { isTerminal, type RunReport, stateSince } from '../../resume/index.ts'
import { shown } from './untrusted.ts'
import { warningWords } from './warning-words.ts'
import type { Words } from './words.ts'

const again =
  'Read its logs in Prefect; name it in the pull request of the next fix, and it is resumed again.'

const ofType = new Map<string, Words>([
  ['PENDING', { says: 'was resumed, and is about to start', next: null, short: 'about to start' }],
  ['RUNNING', { says: 'was resumed, and runs', next: null, short: 'running' }],
  [
    'PAUSED',
    { says: 'was resumed, and is paused', next: 'Resume it on its page in Prefect.', short: 'paused' },
  ],
  ['COMPLETED', { says: 'was resumed, and completed', next: null, short: 'completed' }],
  ['FAILED', { says: 'was resumed, and failed again', next: again, short: 'failed again' }],
  ['CRASHED', { says: 'was resumed, and crashed', next: again, short: 'crashed' }],
  ['CANCELLING', { says: 'was resumed, and is being cancelled', next: null, short: 'being cancelled' }],
  ['CANCELLED', { says: 'was resumed, and then cancelled', next: null, short: 'cancelled' }],
])

/** What is said of a run that was set to Scheduled. */
export function resumedWords(
  report: Pick<RunReport, 'was' | 'now' | 'following' | 'outlook' | 'stuck' | 'deleted'>,
): Words {
  if (report.deleted)
    return { says: 'was resumed, and then deleted in Prefect', next: null, short: 'deleted' }
  const state = stateSince(report)
  const words = ofType.get(state?.type ?? '') ?? waitingWords(report, state?.name ?? 'Scheduled')
  if (report.following || isTerminal(state?.type ?? '')) return words
  return {
    ...words,
    says: `${words.says} when it was last looked at; it is no longer followed`,
    next: words.next ?? 'How it goes on is on its page in Prefect.',
  }
}

function waitingWords({ outlook, stuck }: Pick<RunReport, 'outlook' | 'stuck'>, name: string): Words {
  const [warning] = outlook?.warnings ?? []
  const isLate = stuck || name === 'Late'
  if (!isLate && warning === undefined) {
    const says = `was resumed, and waits to be picked up (${shown(name)})`
    return { says, next: null, short: 'waiting' }
  }
  return {
    says: `was resumed, but ${isLate ? 'nobody picks it up' : 'nobody may pick it up'}${
      warning === undefined ? '' : `: ${warningWords(warning)}`
    }`,
    next: 'See that a worker of its work pool is online, or its flow is served, and that pool and queue take runs.',
    short: isLate ? 'late' : 'waiting',
  }
}
