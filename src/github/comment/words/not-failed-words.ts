import type { RunReport } from '../../../resume/index.ts'
import type { LeftWords } from './words.ts'

const byItself = 'It starts by itself.'
const twice = 'Resuming it now would run it twice at the same time.'
const person = 'It goes on once somebody presses Resume on its page.'
const retry = 'To run it all the same, press Retry on its page.'

const ofType = new Map<string, LeftWords>([
  ['SCHEDULED', { icon: '🕓', says: 'is scheduled already', next: byItself }],
  ['PENDING', { icon: '🕓', says: 'is about to start already', next: twice }],
  ['RUNNING', { icon: '▶️', says: 'is running already', next: twice }],
  ['PAUSED', { icon: '⏸️', says: 'is paused', next: person }],
  ['COMPLETED', { icon: '✅', says: 'has completed already', next: `There is nothing to resume. ${retry}` }],
  ['CANCELLING', { icon: '🚫', says: 'is being cancelled', next: `Somebody decided that. ${retry}` }],
])

const ofName = new Map<string, LeftWords>([
  [
    'SCHEDULED/Late',
    {
      icon: '⚠️',
      says: 'is scheduled already, but nobody has picked it up',
      next: 'Resuming it would change nothing. Is a worker online for its work pool, or its flow being served? Is the pool or the queue paused?',
    },
  ],
  [
    'SCHEDULED/AwaitingRetry',
    { icon: '🕓', says: 'waits for its retry already', next: 'Prefect retries it by itself.' },
  ],
  [
    'SCHEDULED/AwaitingConcurrencySlot',
    { icon: '🕓', says: 'waits for a free slot already', next: 'It starts when another run ends.' },
  ],
  [
    'SCHEDULED/Resuming',
    { icon: '🕓', says: 'was paused, and goes on already', next: 'Somebody resumed it on its page.' },
  ],
  ['RUNNING/Retrying', { icon: '▶️', says: 'is running already: Prefect retries it by itself', next: twice }],
  ['PAUSED/Suspended', { icon: '⏸️', says: 'is suspended', next: person }],
])

const unknown: LeftWords = { says: 'is in a state that is not resumed', next: retry }

/** What is said of a run that had not ended, or had done what it should, when the merge found it. */
export function notFailedWords({ was }: RunReport): LeftWords {
  if (was === null) return unknown
  return ofName.get(`${was.type}/${was.name}`) ?? ofType.get(was.type) ?? unknown
}
