import { isJson, parseJson } from '../json/parse.ts'
import type { Piece } from './rope.ts'

type Place = 'outside of strings' | 'inside a string' | 'after a backslash'

/** What the pieces of an output are as JSON; or why they are none. */
export type Document = { json: string } | { error: string }

/**
 * Puts pieces together to JSON. Only what the template's author wrote moves between inside and outside of strings;
 * a value stays where it stands: inside it is escaped, and outside it must be a whole JSON value, or only commas.
 */
export function toDocument(pieces: readonly Piece[]): Document {
  let place: Place = 'outside of strings'
  const parts: string[] = []
  for (const { text, written } of pieces) {
    const part = written ? text : placeValue(text, place)
    if (part === null) return { error: `a value ${place} is not JSON of its own: ${shortened(text)}` }
    parts.push(part)
    if (written) place = placeAfter(text, place)
  }
  return { json: parts.join('') }
}

function placeAfter(text: string, start: Place): Place {
  let place = start
  for (const character of text) {
    if (place === 'after a backslash') place = 'inside a string'
    else if (character === '"') place = place === 'inside a string' ? 'outside of strings' : 'inside a string'
    else if (character === '\\' && place === 'inside a string') place = 'after a backslash'
  }
  return place
}

function placeValue(text: string, place: Place): string | null {
  if (place === 'inside a string') return isStringContent(text) ? text : JSON.stringify(text).slice(1, -1)
  if (place === 'after a backslash') return null
  return /^[\s,]*$/.test(text) || isJson(text) ? text : null
}

/** Whether a text can stand between quotes as it is: nothing to escape, or escaped by the template already. */
function isStringContent(text: string): boolean {
  const value = parseJson(`"${text}"`)
  return typeof value === 'string'
}

function shortened(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
