import { z } from 'zod'

/** A token that a server of one's own may want with every POST. */
export const csrfTokenSchema = z.object({
  token: z.string(),
  client: z.string(),
  expiration: z.string().transform((text) => Date.parse(text)),
})

export type CsrfToken = z.output<typeof csrfTokenSchema>
