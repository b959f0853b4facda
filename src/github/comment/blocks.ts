/** What is said of it, in one paragraph. */
export function sentences(all: readonly string[]): string {
  return all.filter((sentence) => sentence !== '').join(' ')
}

/** Blocks of Markdown, below each other. */
export function paragraphs(all: readonly string[]): string {
  return all.filter((paragraph) => paragraph !== '').join('\n\n')
}

/** A list; empty without items, which are Markdown on one line. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** A table; empty without rows. All cells are Markdown on one line, in which `|` does not stand. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
