import { textArgument } from '../values/arguments.ts'
import { isSpace } from '../values/space.ts'
import type { Value } from '../values/value.ts'

/** A text without white space, or without these characters, at its ends. Linear, whatever the text. */
export function strip(text: string, characters: Value, end: 'both' | 'start' | 'end'): string {
  const given =
    characters === null || characters === undefined ? null : new Set(textArgument(characters, 'strip arg'))
  const drops = (character: string) => (given === null ? isSpace(character) : given.has(character))
  const letters = Array.from(text)
  let first = 0
  let last = letters.length
  if (end !== 'end') while (first < last && drops(letters[first] ?? '')) first += 1
  if (end !== 'start') while (last > first && drops(letters[last - 1] ?? '')) last -= 1
  return letters.slice(first, last).join('')
}
