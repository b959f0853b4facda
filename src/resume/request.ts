import { z } from 'zod'
import { mergeSchema } from './merge.ts'

/** What asks for runs to be resumed: a merge, or later a person for the same merge. */
export const requestSchema = z.object({
  merge: mergeSchema,
  /** 1 for the merge itself; a person who asks again gets the next number. */
  attempt: z.int().positive().default(1),
  /** When it was asked for, ISO 8601; null for the moment of the merge. */
  askedAt: z.iso.datetime({ offset: true }).nullable().default(null),
})

export type Request = z.infer<typeof requestSchema>
