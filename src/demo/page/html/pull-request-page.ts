import type { Root } from 'hast'
import { h } from 'hastscript'
import { isUnderWay, type Story, storyPath } from '../story/story.ts'
import { conversation } from './conversation.ts'
import { dataBlocks } from './data-blocks.ts'
import { layout } from './layout.ts'
import { stateBadge } from './parts.ts'
import { region } from './region.ts'

const verbs = { open: 'wants to merge', merged: 'merged', closed: 'wanted to merge' } as const

/** The page of a pull request, with what is known of it now. @param token proves that its forms are ours */
export function pullRequestPage(story: Story, token: string): Root {
  const { title, number, scenario } = story
  const { author, branch } = scenario
  const main = h('.wide', [
    h('.head', [
      h('h1', [title, ' ', h('span.number', `#${number}`)]),
      h('p.about', [
        region('span', 'badge', stateBadge(story)),
        region('span', 'about', [
          h('strong', story.state === 'merged' ? 'maintainer' : author),
          ` ${verbs[story.state]} one commit into `,
          h('code', 'main'),
          ' from ',
          h('code', branch),
        ]),
      ]),
      h('p.says', [h('strong', 'What to see: '), scenario.says]),
      h(
        'noscript',
        h(
          'p.says',
          'Scripts are off: while something happens, this page loads itself again every 2 seconds.',
        ),
      ),
      h(
        'p.says.lost',
        { id: 'lost', hidden: true },
        'The demo no longer answers. Start it again, and reload this page.',
      ),
    ]),
    h('.columns', [
      h('.conversation', conversation(story, token)),
      h('aside', { ariaLabel: 'The story as data' }, [h('h2', 'The story as data'), dataBlocks(story)]),
    ]),
  ])
  const path = storyPath(story)
  // Named, since a page that was reached at a fragment is not loaded again by itself.
  const next = isUnderWay(story) ? path : null
  return layout({ title: `${title} #${number}`, main, events: `${path}/events`, next })
}
