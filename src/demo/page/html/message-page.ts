import type { Root } from 'hast'
import { h } from 'hastscript'
import { layout } from './layout.ts'

/** A page that says one thing, and leads back. */
export function messagePage(title: string, says: string): Root {
  const main = h('.wide.narrow', [
    h('h1', title),
    h('p.intro', says),
    h('p', h('a', { href: '/' }, 'To the pull requests')),
  ])
  return layout({ title, main, events: null, underWay: false })
}
