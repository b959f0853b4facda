import { createAppAuth } from '@octokit/auth-app'
import { Octokit } from '@octokit/core'
import type { Logger } from 'pino'
import type { GitHubCredentials } from './github-credentials.ts'
import { createWholeFetch } from './whole-fetch.ts'

/** Clients of GitHub that ask at once, and once: of an installation, or of the App itself (null). */
export type PlainClients = (installationId: string | null) => Octokit

/** @param timeout for one call, in milliseconds */
export function createPlainClients(
  { appId, privateKey, apiUrl }: GitHubCredentials,
  timeout: number,
  log: Logger,
): PlainClients {
  const clients = new Map<string | null, Octokit>()
  const request = { fetch: createWholeFetch(timeout) }
  // What fails is told by whoever asked.
  const quiet = {
    debug: () => {},
    info: () => {},
    warn: (message: string) => log.debug(message),
    error: (message: string) => log.debug(message),
  }

  return (installationId) => {
    const known = clients.get(installationId)
    if (known !== undefined) return known
    const client = new Octokit({
      authStrategy: createAppAuth,
      auth: { appId, privateKey, ...(installationId !== null && { installationId }) },
      baseUrl: apiUrl,
      request,
      log: quiet,
    })
    clients.set(installationId, client)
    return client
  }
}
