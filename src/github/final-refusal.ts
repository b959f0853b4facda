import { z } from 'zod'

const requestErrorSchema = z.object({
  status: z.int(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
})

/** Not ours, gone, locked, or too long: no later try would do better. */
const final: ReadonlySet<number> = new Set([403, 404, 410, 422])

/** Whether GitHub's answer means that it will never be otherwise; a rate limit is no such answer. */
export function isFinalRefusal(error: unknown): boolean {
  const parsed = requestErrorSchema.safeParse(error)
  if (!parsed.success || !final.has(parsed.data.status)) return false
  const headers = parsed.data.response?.headers ?? {}
  const limited = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0'
  return !limited
}
