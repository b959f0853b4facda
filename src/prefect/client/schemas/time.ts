import { text } from './text.ts'

/** A moment as Prefect writes it: ISO 8601, with microseconds. */
export const time = text.refine((said) => !Number.isNaN(Date.parse(said)))
