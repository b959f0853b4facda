import type { Merge, RunReport } from '../../resume/index.ts'

/** The page of a run's flow, beside that of the run; null where the run's address is of no form that we know. */
export function flowPage({ url, flow }: RunReport): string | null {
  return flow === null ? null : besideRun(url, `flows/flow/${flow.id}`)
}

/** The page of a run's deployment, in the same way. */
export function deploymentPage({ url, deployment }: RunReport): string | null {
  return deployment === null ? null : besideRun(url, `deployments/deployment/${deployment.id}`)
}

/** The page of the merge commit, beside that of the pull request. */
export function commitPage({ url, commit }: Merge): string {
  return `${url.replace(/\/pull\/\d+\/*$/, '')}/commit/${commit}`
}

/** Source: the routes of both of Prefect's UIs, whatever stands before them. */
function besideRun(url: string, path: string): string | null {
  const [, ui] = /^(.+?)\/(?:(?:flow-)?runs\/)?flow-run\/[^/]*$/i.exec(url) ?? []
  return ui === undefined ? null : `${ui}/${path}`
}
