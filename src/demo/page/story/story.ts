import type { LogLine } from '../../demo-log.ts'
import type { CommentView, LoggedDelivery } from '../../github/index.ts'
import type { State } from '../../prefect/index.ts'
import { toldState } from '../../told-state.ts'
import type { ExplainedEvent } from './explain-event.ts'
import type { NamedRun, Scenario } from './scenario.ts'

/** A pull request of the demo, and all that has happened to it. */
export interface Story {
  scenario: Scenario
  number: number
  title: string
  /** Markdown. */
  body: string
  state: 'open' | 'merged' | 'closed'
  /** When it was opened, merged or closed, as GitHub writes times. */
  since: string
  run: NamedRun
  /** Of the run, oldest first. */
  states: readonly State[]
  /** How GitHub told the App of the merge or the close; null before. */
  delivery: LoggedDelivery | null
  /** What our template makes of that delivery. */
  events: readonly ExplainedEvent[]
  /** What the App logged about this pull request, oldest first. */
  lines: readonly LogLine[]
  comments: readonly CommentView[]
}

/** The repository in which all of it happens. */
export const repository = 'acme/etl'

/** Where the page of a pull request is, below the origin. */
export function storyPath({ number }: Pick<Story, 'number'>): string {
  return `/${repository}/pull/${number}`
}

/** Whether the App has still something to do or to tell. */
export function isUnderWay({ state, states, lines, comments }: Story): boolean {
  if (state === 'open') return false
  if (lines.some(({ msg, outcome }) => msg === 'delivery' && outcome !== 'handed-over')) return false
  if (!lines.some(({ msg }) => msg === 'merge finished')) return true
  // Comments are written beside the work, and may come later.
  const [comment] = comments
  return comment === undefined || !toldState(comment.body).includes(states.at(-1)?.name ?? '')
}
