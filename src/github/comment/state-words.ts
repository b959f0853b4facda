import type { Report, ReportedState, RunReport } from '../../resume/index.ts'
import { nameLimit } from './names.ts'
import { plainText } from './plain-text.ts'

/** So much of a state's message is shown, in code points. */
const messageLimit = 200

const types = new Map([
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

/** A state in a table cell: its type in our words, its own name where that says more, and since when. */
export function stateCell(state: ReportedState | null): string {
  if (state === null) return 'not known'
  const type = types.get(state.type) ?? plainText(state.type, nameLimit)
  const tells =
    state.name.toLowerCase() === state.type.toLowerCase() ? '' : ` (${plainText(state.name, nameLimit)})`
  return `${type}${tells}${since(state)}`
}

function since(state: ReportedState): string {
  const at = new Date(state.since)
  return Number.isNaN(at.getTime()) ? '' : `, ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

const unsuccessful: ReadonlySet<string> = new Set(['FAILED', 'CRASHED', 'CANCELLED'])

/** Prefect's own words on how the run ended; only where nobody but the team reads them. Empty where there are none. */
export function stateMessage({ merge }: Report, { was, now }: RunReport): string {
  if (merge.repository.visibility !== 'private' || now?.type === 'COMPLETED') return ''
  const ended = [now, was].find((state) => state != null && unsuccessful.has(state.type))
  const message = ended?.message?.trim() ?? ''
  if (message === '') return ''
  return `${ended === now ? 'Prefect says' : 'Before, Prefect said'}: ${plainText(message, messageLimit)}.`
}
