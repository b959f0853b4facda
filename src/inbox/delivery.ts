import { z } from 'zod'
import type { Merge } from '../resume/index.ts'

/** A webhook request, as the template sees it. */
export const storedRequestSchema = z.strictObject({
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  /** The raw text. */
  body: z.string(),
})

export type StoredRequest = z.infer<typeof storedRequestSchema>

/** One accepted delivery of GitHub: who and what, without its payload. */
export interface Delivery {
  /** GitHub's `X-GitHub-Delivery`; a redelivery has the same. */
  guid: string
  event: string
  action: string | null
  repository: { id: string; fullName: string } | null
  /** The pull request's number. */
  number: number | null
  /** What was merged, with the request that told of it; null for everything else. */
  merged: { merge: Merge; request: StoredRequest } | null
  /** What was decided already; null where the App still has to. */
  outcome: string | null
}
