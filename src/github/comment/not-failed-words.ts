import type { RunReport } from '../../resume/index.ts'
import type { Words } from './words.ts'

type Said = Pick<Words, 'icon' | 'says' | 'next'>

const twice = 'Resuming it now would run it twice at the same time.'
const retry = 'To run it all the same, press Retry on its page.'
const setting = 'The settings of this app (`RESUME_STATES`) leave such runs to people.'

const ofType = new Map<string, Said>([
  ['SCHEDULED', { icon: '🕓', says: 'is scheduled already', next: 'It starts without our doing.' }],
  ['PENDING', { icon: '🕓', says: 'is about to start already', next: twice }],
  ['RUNNING', { icon: '▶️', says: 'is running already', next: twice }],
  ['PAUSED', { icon: '⏸️', says: 'is paused', next: 'It goes on once somebody resumes it on its page.' }],
  ['COMPLETED', { icon: '✅', says: 'has completed already', next: `There is nothing to resume. ${retry}` }],
  ['CANCELLING', { icon: '🚫', says: 'is being cancelled', next: `Somebody decided that. ${retry}` }],
  ['CANCELLED', { icon: '🚫', says: 'was cancelled', next: `Somebody decided that. ${retry}` }],
  ['FAILED', { icon: '❌', says: 'failed, and is left alone', next: `${setting} ${retry}` }],
  ['CRASHED', { icon: '💥', says: 'crashed, and is left alone', next: `${setting} ${retry}` }],
])

const unknown: Said = { icon: '⏭️', says: 'is in a state that is not resumed', next: retry }

/** What is said of a run that was left alone because of the state in which it was found. */
export function notFailedWords({ was, now }: RunReport): Said {
  return ofType.get((was ?? now)?.type ?? '') ?? unknown
}
