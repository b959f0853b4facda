import type { MergeRecord, NamedRun } from '../../inbox/index.ts'
import { attemptLines } from './attempt-lines.ts'
import { indented, rows } from './layout.ts'
import { nameOf } from './run-words.ts'
import { quoted, shown } from './untrusted.ts'

/** The flow runs that a pull request names, each with its event and its attempts. */
export function runLines({ runs, beyondLimit, standing }: MergeRecord): string[] {
  const unseen = standing === null || standing.kind === 'acts' ? 'not looked at yet' : 'not looked at'
  return [
    ...runs.flatMap((run, index) => [`${index + 1}. ${title(run)}`, ...indented(linesOf(run, unseen), 3)]),
    ...(beyondLimit === 0 ? [] : [`and ${beyondLimit} more, which are beyond the limit and not looked at`]),
  ]
}

function title(run: NamedRun): string {
  const newest = run.attempts.at(-1)
  const flow = newest?.flow == null ? '' : ` of flow ${quoted(newest.flow.name)}`
  const deployment = newest?.deployment == null ? '' : `, deployment ${quoted(newest.deployment.name)}`
  return `${nameOf(run)}${flow}${deployment}`
}

function linesOf(run: NamedRun, unseen: string): string[] {
  const { id, url, event, attempts } = run
  return [
    ...rows([
      ['id', shown(id)],
      ['page', shown(url, 500)],
      ['wanted', wanted(run)],
      ['event', event === null ? 'none' : [shown(event.event), ...labels(event.resource)]],
      ['trigger', trigger(run)],
    ]),
    ...(attempts.length === 0 ? [unseen] : []),
    ...attempts.flatMap((attempt) => [
      `attempt ${attempt.attempt}${attempt.servedBy === null ? '' : ` (workspace ${shown(attempt.servedBy)})`}`,
      ...indented(attemptLines(attempt)),
    ]),
  ]
}

function wanted({ acts }: NamedRun): string {
  return acts ? 'to be resumed' : 'only mentioned: other runs follow a closing word'
}

function trigger({ why, event }: NamedRun): string {
  switch (why?.reason) {
    case 'not-matched':
      return `does not match: ${shown(why.mismatch, 500)}`
    case 'template-failed':
      return `not asked, since the template failed: ${shown(why.error, 500)}`
    case 'only-mentioned':
      return 'does not matter'
    default:
      return event === null ? 'not asked' : 'matches'
  }
}

function labels(resource: Readonly<Record<string, string>>): string[] {
  return Object.entries(resource).map(([label, value]) => `${shown(label)} = ${quoted(value)}`)
}
