import { textArgument } from '../values/arguments.ts'
import { isSpace } from '../values/space.ts'
import type { Value } from '../values/value.ts'

/** A text without white space, or without these characters, at its ends. Only the ends are looked at. */
export function strip(text: string, characters: Value, end: 'both' | 'start' | 'end'): string {
  const given =
    characters === null || characters === undefined ? null : new Set(textArgument(characters, 'strip arg'))
  const drops = (character: string) => (given === null ? isSpace(character) : given.has(character))
  let first = 0
  let last = text.length
  if (end !== 'end') {
    for (let next = characterAt(text, first); first < last && drops(next); next = characterAt(text, first)) {
      first += next.length
    }
  }
  if (end !== 'start') {
    for (
      let next = characterBefore(text, last);
      last > first && drops(next);
      next = characterBefore(text, last)
    ) {
      last -= next.length
    }
  }
  return text.slice(first, last)
}

function characterAt(text: string, place: number): string {
  return String.fromCodePoint(text.codePointAt(place) ?? 0)
}

function characterBefore(text: string, place: number): string {
  const pair = text.codePointAt(place - 2) ?? 0
  return pair > 0xffff ? String.fromCodePoint(pair) : text.slice(place - 1, place)
}
