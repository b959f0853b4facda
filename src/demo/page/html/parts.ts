import type { Element } from 'hast'
import { h } from 'hastscript'
import type { State } from '../../prefect/index.ts'
import type { Story } from '../story/story.ts'

const badges = { open: 'Open', merged: 'Merged', closed: 'Closed' } as const

/** Whether a pull request is open, merged or closed. */
export function stateBadge({ state }: Pick<Story, 'state'>): Element {
  return h(`span.badge.${state}`, badges[state])
}

/** A state of a flow run: its name, with a dot in its colour. */
export function runState({ type, name }: { type: string; name: string }): Element {
  return h(`span.run-state.${type.toLowerCase()}`, name)
}

/** The states of a run, oldest first, with what was said of them. */
export function stateList(states: readonly State[]): Element {
  return h(
    'ol.states',
    states.map((state) =>
      h('li.step', [
        h('span.line', [runState(state), clockTime(state.timestamp)]),
        state.message === null ? null : h('span.message', state.message),
      ]),
    ),
  )
}

/** A time of this day, to the second, by the clock of this machine. @param iso ISO 8601 */
export function clockTime(iso: string): Element {
  const text = new Date(iso).toLocaleTimeString('en-GB')
  return h('time', { dateTime: iso }, text)
}

/** Names and what stands for them. */
export function facts(pairs: readonly (readonly [string, string | Element])[]): Element {
  return h(
    'dl.facts',
    pairs.map(([name, value]) => h('.fact', [h('dt', name), h('dd', value)])),
  )
}

/** A text of a machine. */
export function code(text: string): Element {
  return h('pre', h('code', text))
}

/** A sign for an account. */
export function avatar(login: string): Element {
  const bot = login.endsWith('[bot]')
  return h(
    `span.avatar${bot ? '.bot' : ''}`,
    { ariaHidden: 'true' },
    bot ? '↻' : login.slice(0, 1).toUpperCase(),
  )
}
