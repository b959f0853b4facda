import { isSpace } from '../values/space.ts'
import { type Method, method } from './method.ts'

// Letters with a case.
const upper = /[\p{Lu}\p{Lt}]/u
const lower = /\p{Ll}/u

const kinds: Record<string, (text: string) => boolean> = {
  isalpha: (text) => /^\p{L}+$/u.test(text),
  isdigit: (text) => /^[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]+$/u.test(text),
  isdecimal: (text) => /^\p{Nd}+$/u.test(text),
  isnumeric: (text) => /^\p{N}+$/u.test(text),
  isalnum: (text) => /^[\p{L}\p{N}]+$/u.test(text),
  isspace: (text) => text !== '' && [...text].every(isSpace),
  isupper: (text) => upper.test(text) && !lower.test(text),
  islower: (text) => lower.test(text) && !upper.test(text),
  isidentifier: (text) => /^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(text),
  isascii: (text) => [...text].every((character) => character <= '\u007f'),
  isprintable: (text) => /^[^\p{C}\p{Z}]*$/u.test(text.replaceAll(' ', '')),
}

/** What a text can be asked about its characters. */
export const textKindMethods: readonly (readonly [string, Method<string>])[] = Object.entries(kinds).map(
  ([name, holds]) => method<string>(name, [], holds),
)
