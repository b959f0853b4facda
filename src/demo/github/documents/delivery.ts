import { readJson } from '../../http/index.ts'
import type { LoggedDelivery } from '../world/delivery.ts'

/** A delivery as the list of them has it. */
export function deliverySummary(delivery: LoggedDelivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  }
}

/** A delivery with what was sent and what was answered. */
export function deliveryDocument(delivery: LoggedDelivery) {
  const { request, response } = delivery
  return {
    ...deliverySummary(delivery),
    url: delivery.url,
    request: { headers: request.headers, payload: readJson(request.text) ?? null },
    response: { headers: response.headers, payload: response.text },
  }
}
