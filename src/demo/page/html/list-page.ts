import type { Root } from 'hast'
import { h } from 'hastscript'
import { type Story, storyPath } from '../story/story.ts'
import { layout } from './layout.ts'
import { runState, stateBadge } from './parts.ts'

/** The pull requests to try. */
export function listPage(stories: readonly Story[]): Root {
  const main = h('.wide', [
    h('h1', 'Pull requests to try'),
    h('p.intro', [
      'Each is about a Prefect flow run. Merge one, and watch what ',
      h('strong', 'resume-on-merge'),
      ' does with the run, and how it says so in a comment.',
    ]),
    h('ul.list', stories.map(item)),
  ])
  return layout({ title: 'Pull requests', narrow: true, main, events: null, next: null })
}

function item(story: Story) {
  const now = story.states.at(-1)
  return h('li.item', [
    stateBadge(story),
    h('div', [
      h('h2', h('a', { href: storyPath(story) }, story.title)),
      h('p', story.scenario.says),
      h('p.about', [
        h('span', `#${story.number} by ${story.scenario.author}`),
        now === undefined ? null : h('span', [`${story.run.name} `, runState(now)]),
      ]),
    ]),
  ])
}
