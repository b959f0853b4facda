import { type Answer, type Route, route } from '../../http/index.ts'
import { asApp } from '../access/guards.ts'
import { deliveryDocument, deliverySummary } from '../documents/delivery.ts'
import type { LoggedDelivery } from '../world/delivery.ts'
import type { World } from '../world/world.ts'
import { pageSize } from './page.ts'
import { notFound } from './refuse.ts'

/** The App's log of deliveries. @param redeliver begins another attempt */
export function deliveryRoutes(world: World, redeliver: (delivery: LoggedDelivery) => void): Route[] {
  const find = (id = '') => world.deliveries.find((delivery) => delivery.id === BigInt(id))
  return [
    route(
      'GET',
      '/app/hook/deliveries',
      asApp(world, ({ url }) => list(world, url)),
    ),
    route(
      'GET',
      '/app/hook/deliveries/{id:int}',
      asApp(world, (_request, id) => {
        const delivery = find(id)
        return delivery === undefined ? notFound() : { status: 200, body: deliveryDocument(delivery) }
      }),
    ),
    route(
      'POST',
      '/app/hook/deliveries/{id:int}/attempts',
      asApp(world, (_request, id) => {
        const delivery = find(id)
        if (delivery === undefined) return notFound()
        redeliver(delivery)
        return { status: 202, body: {} }
      }),
    ),
  ]
}

/** Newest first; the cursor names the last one of the page before. */
function list({ deliveries }: World, url: URL): Answer {
  const [, last] = /^v1_(\d+)$/.exec(url.searchParams.get('cursor') ?? '') ?? []
  const older = deliveries.toReversed().filter(({ id }) => last === undefined || id < BigInt(last))
  const items = older.slice(0, pageSize(url))
  const end = items.at(-1)
  const headers: Record<string, string> = {}
  if (end !== undefined && items.length < older.length) {
    const next = new URL(url)
    next.searchParams.set('cursor', `v1_${end.id}`)
    headers['link'] = `<${next.href}>; rel="next"`
  }
  return { status: 200, body: items.map(deliverySummary), headers }
}
