/** A workspace of Prefect Cloud. */
export interface WorkspaceIds {
  account: string
  workspace: string
}

/** The workspace that an API's URL names, in lower case; null for a server of one's own. */
export function workspaceOf(apiUrl: string): WorkspaceIds | null {
  const { pathname } = new URL(apiUrl)
  const { account, workspace } =
    /\/accounts\/(?<account>[^/]+)\/workspaces\/(?<workspace>[^/]+)/.exec(pathname)?.groups ?? {}
  if (account === undefined || workspace === undefined) return null
  return { account: account.toLowerCase(), workspace: workspace.toLowerCase() }
}
