import type { Deployment, Flow, FlowRun, FlowRunState } from '../prefect/index.ts'
import { matchesGlob } from './matches-glob.ts'
import type { Merge } from './merge.ts'
import { findProof } from './proof.ts'
import type { LeftAlone } from './report.ts'

/** What was read in Prefect about one flow run; null is what Prefect does not know (any more). */
export interface FlowRunFacts {
  run: FlowRun | null
  /** All its states, oldest first. */
  history: readonly FlowRunState[]
  deployment: Deployment | null
  flow: Flow | null
}

/** What the operator allows. */
export interface Rules {
  /** The types of state from which a run may be resumed. */
  states: ReadonlySet<string>
  /** In milliseconds: an older merge is reported, not acted upon. */
  within: number
  /** Globs over `flow/deployment`; null allows all. */
  deployments: readonly string[] | null
}

export type Decision =
  | { act: true; force: boolean }
  /** This merge resumed it before: found by the proof in its states. */
  | { act: false; done: FlowRunState; before: FlowRunState | null }
  | { act: false; why: LeftAlone }

/** Whether this merge should resume a flow run, and if not, why (the reason is what people read). */
export function decide(facts: FlowRunFacts, merge: Merge, rules: Rules, now: number): Decision {
  const { run, history, deployment } = facts
  if (run === null) return leave({ reason: 'not-found' })

  const found = findProof(history, merge)
  if (found !== null) return { act: false, done: found.state, before: found.before }

  const { baseBranch: branch, repository } = merge
  if (branch !== repository.defaultBranch) {
    return leave({ reason: 'other-branch', branch, defaultBranch: repository.defaultBranch })
  }
  if (now - Date.parse(merge.mergedAt) > rules.within)
    return leave({ reason: 'too-old', within: rules.within })
  if (!rules.states.has(run.stateType ?? '')) return leave({ reason: 'not-failed' })
  if (run.deploymentId === null) return leave({ reason: 'no-deployment' })
  if (deployment === null) return leave({ reason: 'deployment-deleted' })
  if (!isAllowed(facts, rules)) return leave({ reason: 'deployment-not-allowed' })

  // A forced run whose retries ran in its own process is never handed to a worker.
  return { act: true, force: run.retryType !== 'in_process' }
}

function leave(why: LeftAlone): Decision {
  return { act: false, why }
}

function isAllowed({ flow, deployment }: FlowRunFacts, { deployments }: Rules): boolean {
  if (deployments === null) return true
  const name = `${flow?.name ?? ''}/${deployment?.name ?? ''}`
  return matchesGlob(name, deployments, { anyCase: false })
}
