import { type RunReport, stateSince } from '../../resume/index.ts'
import type { Words } from './words.ts'

const again = 'Name this flow run in the pull request of the next fix, and its merge resumes it again.'

const scheduled: Words = {
  icon: '🕓',
  says: 'is resumed, and waits to be picked up',
  next: '',
  short: 'waits to run again',
}

const ofType = new Map<string, Words>([
  ['SCHEDULED', scheduled],
  ['PENDING', { icon: '🕓', says: 'is resumed, and about to start', next: '', short: 'about to run again' }],
  ['RUNNING', { icon: '▶️', says: 'runs again', next: '', short: 'running again' }],
  [
    'PAUSED',
    {
      icon: '⏸️',
      says: 'ran again, and is paused',
      next: 'It goes on once somebody resumes it on its page.',
      short: 'paused',
    },
  ],
  [
    'COMPLETED',
    { icon: '✅', says: 'ran again, and completed', next: 'Nothing is left to do.', short: 'completed' },
  ],
  [
    'FAILED',
    {
      icon: '❌',
      says: 'ran again, and failed again',
      next: `Its page has the logs. It ran with the code that its deployment had at that time: was the fix deployed by then? ${again}`,
      short: 'failed again',
    },
  ],
  [
    'CRASHED',
    {
      icon: '💥',
      says: 'ran again, and crashed',
      next: `Its process or its infrastructure ended before the flow did: the logs of the worker say more. ${again}`,
      short: 'crashed',
    },
  ],
  [
    'CANCELLING',
    { icon: '🚫', says: 'was resumed, and is being cancelled', next: '', short: 'being cancelled' },
  ],
  [
    'CANCELLED',
    {
      icon: '🚫',
      says: 'was resumed, and then cancelled',
      next: 'Somebody cancelled it, or Prefect did; its page says which. It is not started again.',
      short: 'cancelled',
    },
  ],
])

const ofName = new Map<string, Words>([
  [
    'Late',
    {
      icon: '⚠️',
      says: 'is resumed, but nobody has picked it up yet',
      next: 'Is a worker online for its work pool, or its flow being served? Is the pool or the queue paused? It starts as soon as one takes it.',
      short: 'late',
    },
  ],
  [
    'AwaitingConcurrencySlot',
    {
      icon: '🕓',
      says: 'is resumed, and waits for a free slot',
      next: 'Its concurrency limit is reached; it starts when another run ends.',
      short: 'waits for a free slot',
    },
  ],
])

/** What is said of a run that this merge set to Scheduled. */
export function resumedWords(run: RunReport): Words {
  const state = stateSince(run)
  if (state === null) return scheduled
  const named = state.type === 'SCHEDULED' ? ofName.get(state.name) : undefined
  return named ?? ofType.get(state.type) ?? scheduled
}
