import type { Merge, RelatedRun, RunReport } from '../../resume/index.ts'
import { link } from './link.ts'
import { commitPage, deploymentPage, flowPage } from './pages.ts'
import { plainText } from './plain-text.ts'

/** So much of a name is shown, in code points. */
export const nameLimit = 80

/** A flow run's name, or its id while the name is not known. */
export function runName({ name, id }: Pick<RelatedRun, 'name' | 'id'>): string {
  return plainText(name ?? id, nameLimit)
}

/** {@link runName}, as a link to its page. */
export function runLink(run: RelatedRun): string {
  return link(runName(run), run.url)
}

/** Its flow, as a link; empty while it is not known. */
export function flowLink(run: RunReport): string {
  return run.flow === null ? '' : linkTo(run.flow.name, flowPage(run))
}

/** Its deployment, as a link; empty without one. */
export function deploymentLink(run: RunReport): string {
  return run.deployment === null ? '' : linkTo(run.deployment.name, deploymentPage(run))
}

/** The merge commit, in its short form, as a link. */
export function commitLink(merge: Merge): string {
  return link(plainText(merge.commit.slice(0, 7), 7), commitPage(merge))
}

function linkTo(name: string, page: string | null): string {
  const label = plainText(name, nameLimit)
  return page === null ? label : link(label, page)
}
