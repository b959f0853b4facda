import { type Route, route } from '../../http/index.ts'
import { eventsBody, type PostedEvent } from '../checks/events-body.ts'
import { refuseBody } from '../checks/refusal.ts'

/** Larger events are taken with a 204, and dropped. In bytes. */
const largest = 1_500_000

/** An event with an id that came within the last five minutes is taken with a 204, and dropped. In milliseconds. */
const memory = 300_000

/** @param events where the accepted events go */
export function eventRoutes(events: PostedEvent[]): Route[] {
  const seen = new Map<string, number>()
  return [
    route('POST', '/events', ({ body }) => {
      const posted = eventsBody.safeParse(body)
      if (!posted.success) return refuseBody(body, posted.error)
      for (const event of posted.data) {
        const last = seen.get(event.id) ?? Number.NEGATIVE_INFINITY
        seen.set(event.id, Date.now())
        const dropped = Date.now() - last < memory || Buffer.byteLength(JSON.stringify(event)) > largest
        if (!dropped) events.push(event)
      }
      return { status: 204 }
    }),
  ]
}
