import { createPrefectClient, type PrefectClientOptions, workspaceOf } from '../prefect/index.ts'
import type { ResumeServices, Workspace } from '../resume/index.ts'
import { prefectNeighbour } from './look-at-prefect.ts'
import type { Neighbour } from './neighbour.ts'

/** The name under which what is followed is stored, as long as there is one workspace. */
const onlyName = 'default'

/** Workspaces of Prefect, and how the start looks at them. */
export type ConnectedWorkspaces = ResumeServices['workspaces'] & { readonly neighbours: readonly Neighbour[] }

/** The workspaces that we serve: one, told by the API's URL. Runs of others are named, but never asked about. */
export function connectPrefect(options: PrefectClientOptions): ConnectedWorkspaces {
  const ours = workspaceOf(options.apiUrl)
  const only: Workspace = { name: onlyName, client: createPrefectClient(options) }
  return {
    of: ({ account, workspace }) =>
      account === (ours?.account ?? null) && workspace === (ours?.workspace ?? null) ? only : null,
    byName: (name) => (name === onlyName ? only : null),
    neighbours: [prefectNeighbour(options)],
  }
}
