import type { Merge } from './merge.ts'
import type { RunReport } from './run-report.ts'
import type { Standing } from './standing.ts'

/** What people read about a merge: everything that the comment shows. */
export interface Report {
  merge: Merge
  standing: Standing
  /** In the order in which the pull request names them, each as its newest attempt left it. */
  runs: readonly RunReport[]
  /** How many more flow runs the pull request names than are looked at. */
  beyondLimit: number
}
