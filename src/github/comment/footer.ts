import type { Merge } from '../../resume/index.ts'
import { commitLink } from './names.ts'

const home = '[resume-on-merge](https://github.com/resume-on-merge/resume-on-merge#readme)'

/** Who says all this, about what, and how to turn it off. */
export function footer(merge: Merge): string {
  return (
    `<sub>${home} resumes the failed Prefect flow runs that a merged pull request names; this is about the merge of ${commitLink(merge)}. ` +
    'To turn it off, write `enabled: false` into `.github/resume-on-merge.yml`, give pull requests a label that `labels.skip` lists there, or remove the repository from the GitHub App.</sub>'
  )
}
