import { Probot, ProbotOctokit } from 'probot'
import type { GitHubStandIn } from '../../../src/demo/github/index.ts'

/** The clients that the app has of a GitHub server: its own, and that of its installation on the owner. */
export async function clientsOf(
  github: GitHubStandIn,
): Promise<{ app: ProbotOctokit; installation: ProbotOctokit }> {
  const Octokit = ProbotOctokit.defaults((options: object) => ({
    ...options,
    retry: { enabled: false },
    throttle: { enabled: false },
  }))
  const probot = new Probot({
    appId: github.appId,
    privateKey: github.privateKey,
    secret: github.webhookSecret,
    baseUrl: github.apiUrl,
    logLevel: 'fatal',
    Octokit,
  })
  return {
    app: await probot.auth(),
    installation: await probot.auth(github.installationOf(github.owner) ?? 0),
  }
}
