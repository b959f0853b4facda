import { type Bracket, closeBracket, openBracket } from './brackets.ts'
import { codeSpanReader } from './code-spans.ts'
import { decodedHtml } from './entities.ts'
import type { Inline, Labels } from './inline.ts'
import { inlineHtmlReader } from './inline-html.ts'
import { literalAutolinkEnd } from './literal-autolink.ts'

const mark = /\\[!-/:-@[-`{-~]|`+|<|!?\[|\]|(?<![a-z])(?:https?|ftp):\/\//gi
const autolink = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/iy

const linkOpening: Inline = { kind: 'text', text: '[' }
const imageOpening: Inline = { kind: 'text', text: '![' }

/** Reads inline markup as GitHub does. Emphasis is left as it is written: it hides nothing. */
export function readInlines(text: string, labels: Labels): Inline[] {
  const inlines: Inline[] = []
  const brackets: Bracket[] = []
  const codeSpanEnd = codeSpanReader(text)
  const htmlEnd = inlineHtmlReader(text)
  let done = 0

  /** Adds what stands before a mark as text, and the mark as something of its own. */
  function add(at: number, end: number, inline?: Inline): number {
    if (at > done) inlines.push({ kind: 'text', text: text.slice(done, at) })
    if (inline) inlines.push(inline)
    done = end
    return end
  }

  /** Reads what begins with a mark; undefined where it is no more than the text it is. */
  function readMark(at: number, marked: string): number | undefined {
    if (marked.startsWith('\\')) return undefined // escaped
    if (marked.startsWith('`')) {
      const end = codeSpanEnd(at, marked.length)
      const code = text.slice(at + marked.length, end)
      return end && add(at, end + marked.length, { kind: 'code', text: code })
    }
    if (marked === '<') return readAngle(at)
    if (marked.endsWith('[')) {
      add(at, at)
      openBracket(brackets, inlines.length, at + marked.length, marked === '![')
      return add(at, at + marked.length, marked === '[' ? linkOpening : imageOpening)
    }
    if (marked === ']') {
      add(at, at)
      const end = closeBracket({ text, at, inlines, brackets, labels })
      return end && add(at, end)
    }
    return marked.endsWith('//') && brackets.length === 0 ? literalAutolinkEnd(text, at) : undefined
  }

  function readAngle(at: number): number | undefined {
    autolink.lastIndex = at
    const [matched, address] = autolink.exec(text) ?? []
    if (matched !== undefined && address !== undefined) {
      return add(at, at + matched.length, { kind: 'autolink', target: decodedHtml(address) })
    }
    const end = htmlEnd(at)
    return end && add(at, end, { kind: 'html', text: text.slice(at, end) })
  }

  let from = 0
  for (;;) {
    mark.lastIndex = from
    const found = mark.exec(text)
    if (!found) break
    from = readMark(found.index, found[0]) ?? found.index + found[0].length
  }
  add(text.length, text.length)
  return inlines
}
