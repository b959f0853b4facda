import type { Octokit } from '@octokit/core'
import { type ListedDelivery, listedDeliveriesSchema } from './listed-delivery.ts'
import { nextCursor } from './next-cursor.ts'

/** Newest first. */
export interface DeliveryPage {
  deliveries: readonly ListedDelivery[]
  /** What leads to the next page; null on the last one. */
  next: string | null
}

/** GitHub's log of what it delivered, or could not. */
export interface DeliveryLog {
  /** @param cursor null for the newest */
  page(cursor: string | null): Promise<DeliveryPage>
  /** Asks GitHub to deliver it once more, which it does a moment later, under the same GUID. */
  askAgain(id: string): Promise<void>
}

/**
 * The log of the App whose key the client has.
 *
 * @param client asks at once, and once: the one of Probot would wait for up to an hour where GitHub sets a limit
 * @param leaving ends calls that are still open
 */
export function deliveryLogOf(client: Pick<Octokit, 'request'>, leaving: AbortSignal): DeliveryLog {
  const request = { signal: leaving }
  return {
    async page(cursor) {
      const { data, headers } = await client.request('GET /app/hook/deliveries', {
        per_page: 100,
        ...(cursor !== null && { cursor }),
        request,
      })
      return { deliveries: listedDeliveriesSchema.parse(data), next: nextCursor(headers.link) }
    },
    async askAgain(id) {
      // Written out, since a number could not hold the id.
      await client.request(`POST /app/hook/deliveries/${id}/attempts`, { request })
    },
  }
}
