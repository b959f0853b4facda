import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import type { CommentView } from '../../github/index.ts'
import { nowWords } from '../story/now-words.ts'
import type { Story } from '../story/story.ts'
import { mergeBox, startOver } from './actions.ts'
import { renderMarkdown } from './markdown.ts'
import { avatar, clockTime } from './parts.ts'
import { region } from './region.ts'

/** What people and the bot have said and done, oldest first. */
export function conversation(story: Story, token: string): Element[] {
  const { scenario, body } = story
  return [
    h('h2.unseen', 'Description'),
    box(scenario.author, 'wrote', renderMarkdown(body)),
    h('details.source', [h('summary', 'The description as it was written'), h('pre', h('code', body))]),
    h('section#conversation', { ariaLabel: 'Conversation' }, [
      region('div', 'actions', story.state === 'open' ? mergeBox(story, token) : ended(story)),
      region('p.now', 'now', nowWords(story), { role: 'status', ariaLive: 'polite' }),
      region('div', 'comments', story.comments.map(comment)),
    ]),
    startOver(story, token),
  ]
}

function ended({ state, since }: Story): Element {
  const words = state === 'merged' ? 'merged this' : 'closed this without merging'
  return h(`p.event.said.${state}`, [h('strong', 'maintainer'), ` ${words} · `, clockTime(since)])
}

function comment({ user, body, created, updated, edits }: CommentView): Element {
  const times = edits.length - 1
  const edited = times === 0 ? '' : ` · edited ${times === 1 ? 'once' : `${times} times`}, last at `
  const said = ['commented · ', clockTime(created), edited, times === 0 ? null : clockTime(updated)]
  return box(user, said, renderMarkdown(body))
}

function box(login: string, said: Child, content: Child): Element {
  const name = login.replace('[bot]', '')
  const bot = name !== login
  return h('article.box', [
    h('header.said', [avatar(login), h('strong', name), bot ? h('span.tag', 'bot') : null, h('span', said)]),
    h('.markdown', content),
  ])
}
