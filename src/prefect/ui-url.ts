/** The API of a Prefect Cloud, production or not; its UI has the same host but for the first label. */
const cloudApi = /^https:\/\/api(?=[.\w]*\.prefect\.[^./]+\/)/

/** Where people open what the API at this URL tells of, as Prefect derives it; without a trailing slash. */
export function deriveUiUrl(apiUrl: string): string {
  return apiUrl
    .replace(/\/+$/, '')
    .replace(cloudApi, 'https://app')
    .replace(/\/api$/, '')
    .replaceAll('/api/', '/')
    .replaceAll('/accounts/', '/account/')
    .replaceAll('/workspaces/', '/workspace/')
}

/** Prefect Cloud's account and workspace in an API's URL, in lower case; null where it names none. */
export function workspaceOf(apiUrl: string): { account: string; workspace: string } | null {
  const [, account, workspace] = /\/accounts\/([^/?#]+)\/workspaces\/([^/?#]+)/i.exec(apiUrl) ?? []
  if (account === undefined || workspace === undefined) return null
  return { account: account.toLowerCase(), workspace: workspace.toLowerCase() }
}
