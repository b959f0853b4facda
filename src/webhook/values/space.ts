// What Python takes for white space and JavaScript does not, besides what both do.
const space = `\\s${String.fromCodePoint(0x1c)}-${String.fromCodePoint(0x1f)}${String.fromCodePoint(0x85)}`

const only = new RegExp(`^[${space}]$`)

/** Whether a character is white space to Python. */
export function isSpace(character: string): boolean {
  return only.test(character)
}

/** A new pattern that finds words, one after the other: what has no white space inside. */
export function wordPattern(): RegExp {
  return new RegExp(`[^${space}]+`, 'g')
}
