import { stripVTControlCharacters } from 'node:util'
import { cut } from '../../visible-text.ts'

/** So much of what others wrote is shown, in code points, unless more is asked for. */
const usual = 200

/** Text of others for a terminal: one line that moves no cursor, has no colour and hides nothing. */
export function shown(untrusted: string, limit = usual): string {
  return cut(stripVTControlCharacters(untrusted.slice(0, limit * 20)), limit)
}

/** The same between quotation marks, so that it is seen where it begins and ends. */
export function quoted(untrusted: string, limit = usual): string {
  return JSON.stringify(shown(untrusted, limit))
}

/** What terminals might act upon or hide, of what JSON leaves as it is. */
const risky = /[\u007f-\u009f\u2028\u2029\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cn}]/gu

/** A value as JSON that says the same, with every character that a terminal might act upon escaped. */
export function toSafeJson(value: unknown, indentation: number | undefined): string {
  return JSON.stringify(value, null, indentation).replaceAll(risky, escaped)
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
