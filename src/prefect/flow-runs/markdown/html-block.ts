/** The elements that Markdown takes for blocks, as the source of a regular expression. */
export const blockNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|' +
  'title|tr|track|ul'
const attribute = `[ \\t]+[a-z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*"))?`

/** How each kind of raw HTML block begins, and the text whose line is its last; undefined: a blank line ends it. */
const kinds: readonly { start: RegExp; end: RegExp | undefined }[] = [
  { start: /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![a-z]/i, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: new RegExp(`^</?(?:${blockNames})(?:[\\s>]|/>|$)`, 'i'), end: undefined },
]
const anyTag = new RegExp(
  `^<(?:[a-z][a-z0-9-]*(?:${attribute})*[ \\t]*/?|/[a-z][a-z0-9-]*[ \\t]*)>[ \\t]*$`,
  'i',
)

/** The text that ends the HTML block which this line begins (null: a blank line does), or undefined where it begins none. */
export function htmlBlockEnd(line: string, interruptsParagraph: boolean): RegExp | null | undefined {
  if (!line.startsWith('<')) return undefined
  const kind = kinds.find(({ start }) => start.test(line))
  if (kind) return kind.end ?? null
  return !interruptsParagraph && anyTag.test(line) ? null : undefined
}
