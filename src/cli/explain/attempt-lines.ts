import type { RunAttempt } from '../../inbox/index.ts'
import { isTerminal, type ReportedState, type RunOutcome } from '../../resume/index.ts'
import { rows } from './layout.ts'
import { outlookRows } from './outlook-rows.ts'
import { attemptWords } from './run-words.ts'
import { moment } from './times.ts'
import { quoted, shown } from './untrusted.ts'

/** What one attempt made of a run. */
export function attemptLines(attempt: RunAttempt): string[] {
  const { outcome, was, history } = attempt
  return rows([
    ['decision', decision(outcome)],
    ['meaning', attemptWords(attempt).says],
    ['found', was === null ? 'not read' : `${shown(was.name)} since ${stateText(was)}`],
    ['Prefect', answer(outcome)],
    ['states', history.map((state) => `${moment(state.since)}  ${shown(state.name)}${messageOf(state)}`)],
    ...outlookRows(attempt),
    ['race', race(outcome)],
    ['followed', followed(attempt)],
  ])
}

function decision(outcome: RunOutcome): string {
  return 'why' in outcome ? `${outcome.kind} (${outcome.why.reason})` : outcome.kind
}

function stateText(state: ReportedState): string {
  return `${moment(state.since)}${messageOf(state)}`
}

function messageOf({ message }: ReportedState): string {
  return message === null || message.trim() === '' ? '' : `: ${quoted(message)}`
}

function answer(outcome: RunOutcome): string | [] {
  switch (outcome.kind) {
    case 'resumed':
      return 'took it (ACCEPT)'
    case 'would-resume':
      return 'was not asked to (dry run)'
    case 'trying':
    case 'given-up': {
      const { problem, sentAt } = outcome.obstacle
      const sent =
        sentAt === null
          ? ''
          : ` A request of ${moment(new Date(sentAt).toISOString())} may still have its effect.`
      return `${shown(problem, 500)}${sent}`
    }
    case 'left-alone':
      return outcome.why.reason === 'refused' ? 'refused' : []
  }
}

function race(outcome: RunOutcome): string | [] {
  if (outcome.kind !== 'resumed' || outcome.race === null) return []
  const { race: state } = outcome
  return `${shown(state.name)} came in between (${stateText(state)}): it may have run twice`
}

function followed({ outcome, following, followUntil, lookAt, now, stuck }: RunAttempt): string | [] {
  if (following) {
    const late = stuck ? '; nobody picks it up' : ''
    return `until ${moment(followUntil)}, looked at next ${moment(lookAt)}${late}`
  }
  if (outcome.kind !== 'resumed') return []
  return isTerminal(now?.type ?? '') ? `to its end: ${shown(now?.name ?? '')}` : 'no longer'
}
