import { z } from 'zod'

/** A text without what Postgres stores nowhere and JSON should not carry: NUL, and halves of characters. */
export const text = z.string().transform(clean)

/** Drops every NUL, and puts U+FFFD in place of each lone surrogate. */
function clean(said: string): string {
  return said.replaceAll('\0', '').toWellFormed()
}
