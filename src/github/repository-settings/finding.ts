/** Something that is wrong in a text. */
export interface Finding {
  /** Where: an offset in the text, in UTF-16 units. */
  at: number
  /** Of which setting, as keys and indices; empty for the file as a whole. */
  path: readonly PropertyKey[]
  /** Follows the setting's name. */
  problem: string
  allowed: string
}

/** A text of the file, short enough to be told. @param longest in UTF-16 units */
export function shorten(text: string, longest: number): string {
  return (text.length > longest ? `${text.slice(0, longest)}…` : text).toWellFormed()
}
