import { z } from 'zod'

/** What the rest can do without: null where it is missing, as on an older server, or in a form that we do not know. */
export function optional<T>(schema: z.ZodType<T>): z.ZodType<T | null> {
  return z.union([schema, z.null()]).catch(null).default(null)
}
