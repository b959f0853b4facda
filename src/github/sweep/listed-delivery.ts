import { z } from 'zod'

/** One attempt to deliver something, as GitHub's log tells. */
export interface ListedDelivery {
  /** Digits, more than a number holds. */
  id: string
  /** The same for all attempts. */
  guid: string
  /** In milliseconds since 1970. */
  deliveredAt: number
  /** Whether somebody asked for it, after the first attempt. */
  isRedelivery: boolean
  succeeded: boolean
  /** Whether it tells that a pull request was closed: others are not missed. */
  tellsOfClosing: boolean
}

const itemSchema = z
  .object({
    id: z.union([z.int(), z.bigint()]),
    guid: z.string(),
    delivered_at: z.iso.datetime({ offset: true }),
    redelivery: z.boolean(),
    status: z.string().nullish(),
    status_code: z.int().nullish(),
    event: z.string(),
    action: z.string().nullish(),
  })
  .transform(
    ({ id, guid, delivered_at, redelivery, status, status_code: code, event, action }): ListedDelivery => ({
      id: String(id),
      guid,
      deliveredAt: Date.parse(delivered_at),
      isRedelivery: redelivery,
      succeeded: status === 'OK' || (code != null && code >= 200 && code < 300),
      tellsOfClosing: event === 'pull_request' && action === 'closed',
    }),
  )

/** A page of GitHub's log of deliveries; it has no payloads. */
export const listedDeliveriesSchema = z.array(itemSchema)
