/** By what GitHub knows the App, and where it is. */
export interface GitHubCredentials {
  appId: string
  privateKey: string
  webhookSecret: string
  /** The root of GitHub's REST API. */
  apiUrl: string
}
