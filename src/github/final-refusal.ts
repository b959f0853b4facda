import { z } from 'zod'

const requestErrorSchema = z.object({
  status: z.int(),
  message: z.string().catch(''),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
})

/** Gone, not ours to see, or too long: no later try would do better. */
const final: ReadonlySet<number> = new Set([404, 410, 422])

/** GitHub sends them without `Retry-After`, too; of content that comes too quickly it says so as a validation error. */
const limited = /rate limit|rate-limit|abuse|too quickly/i

/** What a 403 says that will not change by waiting; most others are limits of some kind. */
const forbidden =
  /not accessible by integration|has been suspended|is locked|is blocked|is archived|was archived|protected by organization SAML|access blocked/i

/** Whether GitHub says that there is no such thing. */
export function isGone(error: unknown): boolean {
  return requestErrorSchema.safeParse(error).data?.status === 404
}

/** Whether GitHub's answer means that it will never be otherwise; a rate limit is no such answer. */
export function isFinalRefusal(error: unknown): boolean {
  const parsed = requestErrorSchema.safeParse(error)
  if (!parsed.success) return false
  const { status, message, response } = parsed.data
  const headers = response?.headers ?? {}
  if (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0') return false
  if (limited.test(message)) return false
  return final.has(status) || (status === 403 && forbidden.test(message))
}
