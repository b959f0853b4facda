import {
  createPrefectClient,
  PrefectAnswerError,
  type PrefectClient,
  type PrefectClientOptions,
  PrefectError,
  workspaceOf,
} from '../prefect/index.ts'
import type { Finding, Neighbour } from './neighbour.ts'

/** No run has this id. */
const nobody = '00000000-0000-4000-8000-000000000000'

/** Prefect, as the start looks at it: whether it is there, and lets us into the workspace. */
export function prefectNeighbour(options: PrefectClientOptions): Neighbour {
  return {
    name: 'Prefect',
    async look(signal) {
      const client = createPrefectClient({ ...options, maxRetries: 0, signal })
      try {
        return { well: true, fields: await describe(client, options.apiUrl) }
      } catch (error) {
        if (error instanceof PrefectError) return { well: false, trouble: troubleOf(error) }
        throw error
      }
    },
  }
}

async function describe(client: PrefectClient, apiUrl: string): Promise<Record<string, unknown>> {
  const workspace = workspaceOf(apiUrl)
  if (workspace === null) return { prefect: apiUrl, version: await client.readVersion() }
  // Prefect Cloud has no version of its own; that a workspace answers for its runs says more.
  await client.filterFlowRuns([nobody])
  return { prefect: apiUrl, ...workspace }
}

function troubleOf(error: PrefectError): Extract<Finding, { well: false }>['trouble'] {
  const seemsWrong = error instanceof PrefectAnswerError && error.status < 500
  return seemsWrong ? `PREFECT_API_URL seems wrong. ${error.message}` : error.message
}
