/** Any run of characters, also none. */
const anything = Symbol('*')

/** What one character must be. */
type Part = typeof anything | ((character: string) => boolean)

/**
 * Whether the whole text fits the glob, as Python's `fnmatch.fnmatchcase` reads it: `*`, `?`, `[a-z]`, `[!a-z]`, in
 * that case, by code points. Takes at most text × glob steps, whatever they hold.
 */
export function matchesGlob(text: string, glob: string): boolean {
  const characters = [...text]
  const parts = readParts([...glob])
  let [at, part] = [0, 0]
  let star: { part: number; at: number } | null = null

  while (at < characters.length) {
    const wanted = parts[part]
    if (wanted === anything) {
      star = { part, at }
      part += 1
    } else if (wanted?.(characters[at] ?? '')) {
      at += 1
      part += 1
    } else if (star !== null) {
      // Only the last star need take one character more: what an earlier one could take, it can take too.
      star.at += 1
      at = star.at
      part = star.part + 1
    } else {
      return false
    }
  }
  return parts.slice(part).every((rest) => rest === anything)
}

function readParts(glob: readonly string[]): Part[] {
  const parts: Part[] = []
  let at = 0
  while (at < glob.length) {
    const character = glob[at]
    const end = character === '[' ? findSetEnd(glob, at) : -1
    if (character === '*') parts.push(anything)
    else if (character === '?') parts.push(() => true)
    else if (end > 0) parts.push(readSet(glob.slice(at + 1, end)))
    else parts.push((other) => other === character)
    at = end > 0 ? end + 1 : at + 1
  }
  return parts
}

/** Where the set that starts here ends; -1 where it is no set, but a bracket. A first `]` belongs to the set. */
function findSetEnd(glob: readonly string[], start: number): number {
  const first = glob[start + 1] === '!' ? start + 2 : start + 1
  return glob.indexOf(']', first + 1)
}

function readSet(inside: readonly string[]): (character: string) => boolean {
  const negated = inside[0] === '!'
  const ranges: [from: string, to: string][] = []
  let at = negated ? 1 : 0
  while (at < inside.length) {
    const from = inside[at] ?? ''
    const to = inside[at + 1] === '-' ? inside[at + 2] : undefined
    ranges.push([from, to ?? from])
    at += to === undefined ? 1 : 3
  }
  return (character) => ranges.some(([from, to]) => isBetween(from, character, to)) !== negated
}

function isBetween(from: string, character: string, to: string): boolean {
  const point = codePoint(character)
  return codePoint(from) <= point && point <= codePoint(to)
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? -1
}
