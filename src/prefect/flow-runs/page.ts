import { decodedHtml } from './markdown/entities.ts'
import { readHtml } from './markdown/html-text.ts'
import type { Inline } from './markdown/inline.ts'

/** A piece of what a reader of the rendered text meets. A line break in a text ends a line there too. */
export type VisiblePart =
  /** Text that is seen, a code span among it; `code` is a block of its own. */
  | { readonly kind: 'text' | 'code'; readonly text: string }
  /** A URL that is seen and can be clicked; a link, whose text stands between it and its end. */
  | { readonly kind: 'autolink' | 'link'; readonly target: string }
  | { readonly kind: 'link-end' | 'image' | 'line-end' }

/** What has been shown so far, and what bears on the rest. */
export type Page = {
  readonly parts: VisiblePart[]
  /** The footnotes referred to, which stand at the end, in this order. */
  readonly footnotes: Set<string>
  /** The target of an open link of which nothing is to be seen yet, and so nothing to be clicked. */
  link: string | undefined
  /** Raw HTML that was left open: what follows belongs to it, and is not shown. */
  unclosed: string | undefined
}

const visible = /[^\s\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u

export function startPage(): Page {
  return { parts: [], footnotes: new Set(), link: undefined, unclosed: undefined }
}

/** Ends the line, even in the midst of what is hidden: what is shown next stands on another one. */
export function endLine(page: Page): void {
  page.parts.push({ kind: 'line-end' })
}

/** Shows a block of code, or code within a text. */
export function showCode(page: Page, text: string, kind: 'code' | 'text'): void {
  if (visible.test(text)) showLink(page)
  show(page, { kind, text })
}

export function showHtml(page: Page, html: string): void {
  const resumed = (page.unclosed ?? '') + html
  page.unclosed = undefined
  for (const piece of readHtml(resumed)) {
    if (piece.kind === 'unclosed') page.unclosed = piece.resume
    else if (piece.kind === 'text') showText(page, piece.text)
    else if (piece.kind === 'link') page.link = piece.target
    else if (piece.kind === 'image') showImage(page)
    else if (piece.kind === 'link-end') endLink(page)
    else endLine(page)
  }
}

export function showInlines(page: Page, inlines: readonly Inline[]): void {
  let text = '' // of pieces that stand side by side, such as brackets that are no link
  for (const inline of inlines) {
    if (inline.kind === 'text') {
      text += inline.text
      continue
    }
    showText(page, text)
    text = ''
    showInline(page, inline)
  }
  showText(page, text)
}

function showInline(page: Page, inline: Inline): void {
  if (inline.kind === 'autolink') closeQuote(page)
  if (inline.kind === 'html') showHtml(page, inline.text)
  else if (inline.kind === 'footnote')
    page.footnotes.add(inline.label) // even out of sight it brings the note
  else if (page.unclosed !== undefined) return
  else if (inline.kind === 'code') showCode(page, inline.text, 'text')
  else if (inline.kind === 'autolink') show(page, inline)
  else if (inline.kind === 'link') page.link = inline.target
  else if (inline.kind === 'link-end') endLink(page)
  else if (inline.kind === 'image') showImage(page)
}

function showText(page: Page, text: string): void {
  if (text === '') return
  if (/^[^[]*https?:\/\//i.test(text)) closeQuote(page)
  if (page.link !== undefined && visible.test(decodedHtml(text))) showLink(page)
  show(page, { kind: 'text', text })
}

function showLink(page: Page): void {
  if (page.link !== undefined) show(page, { kind: 'link', target: page.link })
  page.link = undefined
}

function endLink(page: Page): void {
  page.link = undefined
  show(page, { kind: 'link-end' })
}

function showImage(page: Page): void {
  showLink(page)
  show(page, { kind: 'image' })
}

/** A URL that GitHub makes a link of brings the quotation mark that raw HTML before it left out. */
function closeQuote(page: Page): void {
  if (page.unclosed?.endsWith('"')) page.unclosed = undefined
}

function show(page: Page, part: VisiblePart): void {
  if (page.unclosed === undefined) page.parts.push(part)
}
