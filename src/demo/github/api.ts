import { randomBytes } from 'node:crypto'
import { type Answer, answerBy, type StandInRequest } from '../http/index.ts'
import { appRoutes } from './routes/app.ts'
import { commentRoutes } from './routes/comments.ts'
import { contentRoutes } from './routes/contents.ts'
import { deliveryRoutes } from './routes/deliveries.ts'
import { manifestRoutes } from './routes/manifest.ts'
import { rateLimitHeaders, rateLimitRoutes } from './routes/rate-limit.ts'
import { notFound, refuse } from './routes/refuse.ts'
import { repositoryRoutes } from './routes/repositories.ts'
import type { LoggedDelivery } from './world/delivery.ts'
import type { World } from './world/world.ts'

/** The REST API over a world. @param redeliver begins another attempt of a delivery */
export function createApi(
  world: World,
  redeliver: (delivery: LoggedDelivery) => void,
): (request: StandInRequest) => Answer {
  const routes = [
    ...appRoutes(world),
    ...deliveryRoutes(world, redeliver),
    ...commentRoutes(world),
    ...contentRoutes(world),
    ...manifestRoutes(world),
    ...repositoryRoutes(world),
    ...rateLimitRoutes(),
  ]
  return (request) => {
    const answer = isUnparsable(request)
      ? refuse(400, 'Problems parsing JSON')
      : (answerBy(routes, request) ?? notFound())
    const requestId = randomBytes(8).toString('hex').toUpperCase()
    return {
      ...answer,
      headers: { 'x-github-request-id': requestId, ...rateLimitHeaders(), ...answer.headers },
    }
  }
}

/** Browsers send forms, programs JSON. */
function isUnparsable({ text, body, headers }: StandInRequest): boolean {
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded'
  return text !== '' && body === undefined && !isForm
}
