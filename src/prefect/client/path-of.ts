/**
 * The path of one thing in a collection. Null for an id that would lead elsewhere, as `..` does: nothing has it.
 * Any other is for Prefect to judge.
 */
export function pathOf(collection: string, id: string): string | null {
  return /^[\w-]+$/.test(id) ? `/${collection}/${id.toLowerCase()}` : null
}
