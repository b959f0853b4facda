import { type Answer, answerBy, type StandInRequest } from '../http/index.ts'
import { checkApiVersion } from './api-version.ts'
import type { PostedEvent } from './checks/events-body.ts'
import { createCsrf } from './csrf.ts'
import { type Auth, checkCredentials } from './guard.ts'
import { eventRoutes } from './routes/events.ts'
import { flowRunRoutes } from './routes/flow-runs.ts'
import { answerMissing } from './routes/missing.ts'
import { readRoutes } from './routes/read.ts'
import { serverRoutes } from './routes/server.ts'
import { taskRunRoutes } from './routes/task-runs.ts'
import { workPoolRoutes } from './routes/work-pools.ts'
import type { World } from './world.ts'

export interface ApiOptions {
  /** What requests must prove; anybody may ask unless given. */
  auth?: Auth
  /** Whether writes need a CSRF token. @default false */
  csrf?: boolean
  /** @default '3.8.8' */
  version?: string
}

/** The REST API over a world: credentials, then CSRF, then the version asked for, then the route. */
export function createApi(
  world: World,
  events: PostedEvent[],
  options: ApiOptions,
): (request: StandInRequest) => Answer {
  const csrf = options.csrf === true ? createCsrf() : null
  const routes = [
    ...(csrf === null ? [] : [csrf.route]),
    ...serverRoutes(options.version ?? '3.8.8'),
    ...flowRunRoutes(world),
    ...readRoutes(world),
    ...taskRunRoutes(world),
    ...workPoolRoutes(world),
    ...eventRoutes(events),
  ]
  return (request) =>
    checkCredentials(options.auth, request) ??
    csrf?.check(request) ??
    checkApiVersion(request) ??
    answerBy(routes, request) ??
    answerMissing(routes, request)
}
