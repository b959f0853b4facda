import type { ReportedState } from '../../../resume/index.ts'
import { nameLimit } from '../names.ts'
import { plainText } from '../plain-text.ts'
import { minuteWords } from '../times.ts'

const ofType = new Map([
  ['SCHEDULED', '🕓 Scheduled'],
  ['PENDING', '🕓 Pending'],
  ['RUNNING', '▶️ Running'],
  ['PAUSED', '⏸️ Paused'],
  ['CANCELLING', '🚫 Cancelling'],
  ['CANCELLED', '🚫 Cancelled'],
  ['COMPLETED', '✅ Completed'],
  ['FAILED', '❌ Failed'],
  ['CRASHED', '💥 Crashed'],
])

/** Names that Prefect gives to states of these types itself. */
const ofName = new Map([
  ['SCHEDULED/Late', '⚠️ Late'],
  ['SCHEDULED/AwaitingRetry', '🕓 Awaiting its retry'],
  ['SCHEDULED/AwaitingConcurrencySlot', '🕓 Awaiting a free slot'],
  ['SCHEDULED/Resuming', '🕓 Resuming'],
  ['PENDING/Submitting', '🕓 Submitting'],
  ['PENDING/InfrastructurePending', '🕓 Awaiting its infrastructure'],
  ['RUNNING/Retrying', '▶️ Retrying'],
  ['PAUSED/Suspended', '⏸️ Suspended'],
  ['FAILED/TimedOut', '❌ Timed out'],
])

/** A state as people know it: an icon and words, with its own name where somebody gave it one. */
export function stateWords({ type, name }: ReportedState): string {
  const known = ofName.get(`${type}/${name}`)
  if (known !== undefined) return known
  const words = ofType.get(type) ?? plainText(type, nameLimit)
  return name.toLowerCase() === type.toLowerCase() ? words : `${words} (${plainText(name, nameLimit)})`
}

/** A state and since when it holds, for a table. */
export function stateCell(state: ReportedState | null): string {
  if (state === null) return 'not known'
  const since = minuteWords(state.since)
  return since === '' ? stateWords(state) : `${stateWords(state)}, ${since}`
}
