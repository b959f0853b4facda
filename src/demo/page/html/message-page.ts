import type { Root } from 'hast'
import { h } from 'hastscript'
import { layout } from './layout.ts'

/** A page that says one thing, and leads back. */
export function messagePage(title: string, says: string): Root {
  const main = h('.wide', [
    h('h1', title),
    h('p.intro', says),
    h('p', h('a', { href: '/' }, 'To the pull requests')),
  ])
  return layout({ title, narrow: true, main, events: null, next: null })
}
