/**
 * The path of one thing in a collection. Null for an id that would lead elsewhere, as `..` does: nothing has it.
 * Any other is for Prefect to judge.
 */
export function pathOf(collection: string, id: string): string | null {
  return /^[\w-]+$/.test(id) ? `/${collection}/${id.toLowerCase()}` : null
}

/** The path of one thing in a collection that is found by its name; null as with {@link pathOf}. */
export function pathOfName(collection: string, name: string): string | null {
  if (/^\.{0,2}$/.test(name) || !name.isWellFormed()) return null
  return `/${collection}/${encodeURIComponent(name)}`
}
