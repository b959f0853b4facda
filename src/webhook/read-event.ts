import { fits, problemWith, type TemplateEvent, templateEventSchema } from './event.ts'
import { JsonError } from './json/json-error.ts'
import { readJson } from './json/read.ts'
import { toDocument } from './output/document.ts'
import type { Piece } from './output/rope.ts'

/** The event in what a template printed, or why there is none. */
export type ReadEvent =
  | { readonly event: TemplateEvent; readonly error: undefined }
  | { readonly event: undefined; readonly error: string }

/** Reads the event out of what a template printed; a key that stands twice in an object is refused. */
export function readEvent(pieces: readonly Piece[]): ReadEvent {
  const document = toDocument(pieces)
  if ('error' in document) return noEvent(document.error)
  const problem = checkJson(document.json)
  if (problem !== null) return noEvent(`the text is not JSON: ${problem}`)
  const event: unknown = JSON.parse(document.json)
  if (fits(templateEventSchema, event)) return { event, error: undefined }
  return noEvent(problemWith(templateEventSchema, event) ?? 'the text is no event')
}

function noEvent(error: string): ReadEvent {
  return { event: undefined, error }
}

/** Why a text is not JSON; null when it is. Stricter than JSON.parse: no key twice, no bottomless nesting. */
function checkJson(text: string): string | null {
  try {
    readJson(text, { duplicates: false })
    JSON.parse(text)
    return null
  } catch (error) {
    if (error instanceof JsonError || error instanceof SyntaxError) return error.message
    throw error
  }
}
