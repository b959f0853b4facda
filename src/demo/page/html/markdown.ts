import type { Nodes } from 'hast'
import { raw } from 'hast-util-raw'
import { sanitize } from 'hast-util-sanitize'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { newlineToBreak } from 'mdast-util-newline-to-break'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'

/**
 * Markdown as GitHub shows it in pull requests: with tables and bare links, line breaks as written, the HTML in it read
 * as a browser does, and of that only what GitHub lets through.
 */
export function renderMarkdown(markdown: string): Nodes {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  newlineToBreak(tree)
  return sanitize(raw(toHast(tree, { allowDangerousHtml: true })))
}
