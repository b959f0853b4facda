const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Markup; anything else is text. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

/** What may stand in a template: text is escaped, markup stands as it is, null and false are nothing. */
type Part = string | number | Html | readonly Html[] | null | false

/** Markup from a template; its values may stand between tags and in quoted attributes. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(template.map((text, index) => text + markupOf(parts[index] ?? null)).join(''))
}

function markupOf(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('')
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
