/** The UI of the API at this URL, as Prefect derives it. */
export function deriveUiUrl(apiUrl: string): string {
  return apiUrl
    .replace('://api.prefect.cloud', '://app.prefect.cloud')
    .replace(/\/api(?=\/|$)/, '')
    .replace('/accounts/', '/account/')
    .replace('/workspaces/', '/workspace/')
}
