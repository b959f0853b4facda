import type { Root } from 'hast'
import { h } from 'hastscript'
import { type Story, storyPath } from '../story/story.ts'
import { layout } from './layout.ts'
import { facts, runState, stateList } from './parts.ts'

/** The page of a flow run, as Prefect would have one. */
export function runPage(story: Story): Root {
  const { run, states, scenario } = story
  const now = states.at(-1)
  const main = h('.wide', [
    h('p.kicker', 'Flow run in Prefect'),
    h('h1', run.name),
    facts([
      ['State', now === undefined ? '' : runState(now)],
      ['Flow', scenario.run.flow ?? ''],
      ['Id', h('code', run.id)],
      ['Named in', h('a', { href: storyPath(story) }, `#${story.number} ${story.title}`)],
    ]),
    h('h2', 'States'),
    stateList(states),
  ])
  return layout({ title: run.name, narrow: true, main, events: null, next: null })
}
