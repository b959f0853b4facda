import { type Answer, type Route, route } from '../../http/index.ts'
import { asApp } from '../access/guards.ts'
import { handOutToken } from '../access/tokens.ts'
import { appDocument, installationDocument, tokenDocument } from '../documents/app.ts'
import { findInstallation } from '../world/installations.ts'
import { timestamp } from '../world/time.ts'
import type { World } from '../world/world.ts'
import { page } from './page.ts'
import { notFound, refuse } from './refuse.ts'

/** What the App asks about itself, with its key. */
export function appRoutes(world: World): Route[] {
  const { app, installations } = world
  const describe = (id: number): Answer => {
    const found = installations.get(id)
    return found === undefined
      ? notFound()
      : { status: 200, body: installationDocument(world.origin, app, found) }
  }
  return [
    route(
      'GET',
      '/app',
      asApp(world, () => ({ status: 200, body: appDocument(world.origin, app, installations.size) })),
    ),
    route(
      'GET',
      '/app/installations',
      asApp(world, ({ url }) => {
        const { items, headers } = page([...installations.values()], url)
        const body = items.map((installation) => installationDocument(world.origin, app, installation))
        return { status: 200, body, headers }
      }),
    ),
    route(
      'GET',
      '/app/installations/{id:int}',
      asApp(world, (_request, id) => describe(Number(id))),
    ),
    route(
      'GET',
      '/repos/{owner}/{name}/installation',
      asApp(world, (_request, owner, name) => {
        const repository = world.repositories.get(`${owner}/${name}`.toLowerCase())
        if (repository?.installed !== true) return notFound()
        return describe(findInstallation(world, repository.owner)?.id ?? 0)
      }),
    ),
    route(
      'POST',
      '/app/installations/{id:int}/access_tokens',
      asApp(world, (_request, id) => {
        const installation = installations.get(Number(id))
        if (installation === undefined) return notFound()
        if (installation.suspendedAt !== null) return refuse(403, 'This installation has been suspended')
        const { token, expiresAt } = handOutToken(world, installation)
        return { status: 201, body: tokenDocument(token, timestamp(expiresAt)) }
      }),
    ),
  ]
}
