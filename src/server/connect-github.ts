import type { Logger } from 'pino'
import { Probot, type ProbotOctokit } from 'probot'
import { z } from 'zod'
import {
  type AppOwner,
  type Comments,
  commentsOf,
  type DeliveryLog,
  deliveryLogOf,
  type PlainClient,
} from '../github/index.ts'
import type { Merge } from '../resume/index.ts'
import type { GitHubCredentials } from './github-credentials.ts'
import { createPlainClients } from './plain-clients.ts'
import { createWholeFetch } from './whole-fetch.ts'

/** GitHub, as the App sees it. */
export interface GitHub {
  comments(merge: Merge): Promise<Comments>
  /** Asks at once, and once: for what a run waits for. */
  plainClient(merge: Merge): Promise<PlainClient>
  /** Asked until it is known; who asks tries again. */
  readOwner(leaving?: AbortSignal): Promise<AppOwner>
  /** What GitHub delivered to the App, or could not. */
  deliveryLog(leaving: AbortSignal): DeliveryLog
}

/** The part of Probot that gives clients. */
type Clients = Pick<Probot, 'auth'>

/** An account has a login; an enterprise has none, and its ids are counted apart from those of accounts. */
const ownerSchema = z.union([
  z.object({ id: z.union([z.int(), z.bigint()]).transform(String), login: z.string() }),
  z.object({ slug: z.string() }).transform(({ slug }) => ({ id: null, login: slug })),
])

/** How long one call to GitHub may take, in milliseconds. */
const callTimeout = 15_000

/**
 * GitHub with the clients that Probot makes. Those of somebody else's Probot have no time-out but Node's own (5 min
 * until GitHub begins to answer).
 */
export function githubOf(probot: Clients, credentials: GitHubCredentials, log: Logger): GitHub {
  const { appId } = credentials
  const plainClients = createPlainClients(credentials, callTimeout, log)
  const clients = new Map<string, Promise<ProbotOctokit>>()
  let owner: AppOwner | null = null

  /** One client an installation: with the one of an event, all would share a limit of one comment in 3 s. */
  function clientOf(installationId: string): Promise<ProbotOctokit> {
    const known = clients.get(installationId) ?? probot.auth(Number(installationId))
    clients.set(installationId, known)
    return known
  }

  function installationOf({ installationId }: Merge): string {
    if (installationId === null) throw new Error('Without an installation GitHub does not know us.')
    return installationId
  }

  return {
    comments: async (merge) => commentsOf(await clientOf(installationOf(merge)), appId, merge),
    plainClient: async (merge) => plainClients(installationOf(merge)),
    deliveryLog: (leaving) => deliveryLogOf(plainClients(null), leaving),
    async readOwner(leaving) {
      if (owner !== null) return owner
      const app = await probot.auth()
      const { data } = await app.rest.apps.getAuthenticated({
        request: { retries: 0, ...(leaving !== undefined && { signal: leaving }) },
      })
      owner = ownerSchema.parse(data?.owner)
      return owner
    },
  }
}

/** A Probot of our own, without its server, and GitHub with it. */
export async function connectGitHub(
  credentials: GitHubCredentials,
  log: Logger,
): Promise<GitHub & { probot: Probot }> {
  const { appId, privateKey, webhookSecret, apiUrl } = credentials
  const probot = new Probot({
    appId,
    privateKey,
    secret: webhookSecret,
    baseUrl: apiUrl,
    // Below, Probot tells of every delivery and call.
    log: log.child({}, { level: log.isLevelEnabled('warn') ? 'warn' : log.level }),
    request: { fetch: createWholeFetch(callTimeout) },
  })
  await probot.ready()
  return { probot, ...githubOf(probot, credentials, log) }
}
