import { z } from 'zod'
import { durationForm, parseDuration } from './duration.ts'

/** What is wrong with a text; follows the variable's name. The text may be a secret: few kinds may show it. */
type Tell = (text: string) => string

/** A variable's text as a value; `read` gives undefined for what it cannot read. */
export function kind<Value>(
  expected: string,
  read: (text: string) => Value | undefined,
  tell: Tell = untold,
) {
  return z.string().transform((text, context) => {
    const value = read(text.trim())
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: tell(text), params: { expected } })
    return z.NEVER
  })
}

function untold(): string {
  return 'is not of the right form'
}

/** Only for values that are short words and numbers. */
function told(text: string): string {
  return text.length <= 20 ? `is ${JSON.stringify(text)}` : untold()
}

/** Any text; whitespace around it is not part of it. */
export const text = z.string().trim()

/** Any text, to the letter. */
export const secret = z.string()

export const duration = kind(durationForm, parseDuration, told)

export const flag = kind('true or false', (word) => z.stringbool().safeParse(word).data, told)

/** The number of the App, as text: it is only ever compared and sent. */
export const appId = kind(
  'the number of the GitHub App ("App ID" in its settings)',
  (digits) => (/^[1-9]\d{0,15}$/.test(digits) ? digits : undefined),
  told,
)

export function wholeNumber(from: number, to: number, meaning: string) {
  const schema = z.int().min(from).max(to)
  return kind(
    `${meaning} (${from} to ${to})`,
    (digits) => (/^\d+$/.test(digits) ? schema.safeParse(Number(digits)).data : undefined),
    told,
  )
}

/** Seconds, also with a fraction, in milliseconds. */
export const seconds = kind(
  'seconds, such as 15 or 2.5 (at most 3600)',
  (number) => {
    const value = /^\d+(\.\d+)?$/.test(number) ? Math.round(Number(number) * 1000) : 0
    return value > 0 && value <= 3_600_000 ? value : undefined
  },
  told,
)

export function oneOf<const Word extends string>(words: readonly Word[]) {
  return kind(
    `one of ${words.join(', ')}`,
    (word) => words.find((known) => known === word.toLowerCase()),
    told,
  )
}

/** Words separated by commas, without repeats, in upper case. */
export function setOf<const Word extends string>(words: readonly Word[]) {
  return kind(
    `one or more of ${words.join(', ')}, separated by commas`,
    (list): ReadonlySet<Word> | undefined => {
      const named = entries(list).map((entry) => words.find((word) => word === entry.toUpperCase()))
      const known = named.filter((word) => word !== undefined)
      return known.length === named.length && known.length > 0 ? new Set(known) : undefined
    },
  )
}

/** Globs over a name of two parts (`owner/repo`), separated by commas. */
export function globsOver(form: string, everything: string) {
  return kind(`globs over ${form}, separated by commas (${everything} for all)`, (list) => {
    const globs = entries(list)
    return globs.length > 0 && globs.every((glob) => /^[^/]+\/[^/]+$/.test(glob)) ? globs : undefined
  })
}

function entries(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}
