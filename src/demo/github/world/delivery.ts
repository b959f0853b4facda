import { randomUUID } from 'node:crypto'

/** Something that happened, to be told to the App. Delivered twice it has the same GUID both times. */
export interface Delivery {
  guid: string
  event: string
  payload: Record<string, unknown>
}

/** One attempt to deliver, as GitHub's log of deliveries keeps it. */
export interface LoggedDelivery {
  /** Above 2^53, as GitHub's are by now. */
  id: bigint
  guid: string
  event: string
  action: string | null
  deliveredAt: string
  redelivery: boolean
  /** In seconds. */
  duration: number
  /** `OK`, or what was wrong in GitHub's words. */
  status: string
  statusCode: number
  installationId: number | null
  repositoryId: number | null
  url: string
  request: { headers: Record<string, string>; text: string }
  response: { headers: Record<string, string>; text: string }
}

/** Something to tell the App, with a GUID of its own. */
export function createDelivery(event: string, payload: Record<string, unknown>): Delivery {
  return { guid: randomUUID(), event, payload }
}
