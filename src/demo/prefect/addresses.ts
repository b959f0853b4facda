/** A workspace of Prefect Cloud. */
export interface Workspace {
  account: string
  workspace: string
}

/** The paths of the API and of the UI below the origin, as Cloud or a server of one's own has them. */
export function addresses(cloud: Workspace | null): { api: string; ui: string } {
  if (cloud === null) return { api: '/api', ui: '' }
  const { account, workspace } = cloud
  return {
    api: `/api/accounts/${account}/workspaces/${workspace}`,
    ui: `/account/${account}/workspace/${workspace}`,
  }
}
