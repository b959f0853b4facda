import { readHtmlTag } from './html-tag.ts'
import { isDropped } from './html-text.ts'
import type { Inline } from './inline.ts'

/** Without the elements that GitHub drops, with what they hold. One that is not closed is text about a tag, and stays. */
export function withoutDropped(inlines: readonly Inline[]): readonly Inline[] {
  if (!inlines.some((inline) => isDropped(tagName(inline)))) return inlines
  const kept: Inline[] = []
  const openings: { name: string; place: number }[] = []
  for (const inline of inlines) {
    kept.push(inline)
    const name = tagName(inline)
    const opening = openings.find((candidate) => `/${candidate.name}` === name)
    if (opening) {
      kept.length = opening.place
      openings.length = openings.indexOf(opening)
    } else if (isDropped(name) && !openings.some((candidate) => candidate.name === name)) {
      openings.push({ name, place: kept.length - 1 })
    }
  }
  return kept
}

function tagName(inline: Inline): string {
  return inline.kind === 'html' ? (readHtmlTag(inline.text, 0)?.name ?? '') : ''
}
