import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'
import { isUnderWay, type Story } from './story.ts'

/** What is going on, in one or two sentences: shown, and read out when it changes. */
export function nowWords(story: Story): string {
  const { state, comments, delivery, lines, run, states } = story
  if (state === 'open') return 'Open: nothing has happened yet.'
  const done = state === 'merged' ? 'Merged.' : 'Closed without merging.'
  const comment = comments.at(-1)
  if (comment !== undefined) return `${isUnderWay(story) ? '' : 'Done: '}${headline(comment.body)}.`
  const decided = lines.find(({ msg, outcome }) => msg === 'delivery' && outcome !== undefined)
  if (decided !== undefined && !isUnderWay(story)) {
    return `${done} The App does nothing, and does not comment: ${run.name} stays ${states.at(-1)?.name}.`
  }
  if (delivery === null) return `${done} GitHub tells the App.`
  return delivery.statusCode === 200
    ? `${done} The App has stored the delivery, and is at work.`
    : `${done} The App could not be told: ${delivery.status}.`
}

/** The first heading of a comment in words, without the sign before them; its first line where it has none. */
export function headline(markdown: string): string {
  const { children } = fromMarkdown(markdown)
  const first =
    children.find(({ type }) => type === 'heading') ?? children.find(({ type }) => type !== 'html')
  return first === undefined ? '' : textOf(first).replace(/^[^\p{L}\p{N}]+/u, '')
}
