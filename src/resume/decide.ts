import type { Deployment, Flow, FlowRun, FlowRunState } from '../prefect/index.ts'
import type { LeftAlone, RelatedRun } from './left-alone.ts'
import { matchesGlob } from './matches-glob.ts'
import { findProof, type Proof } from './proof.ts'
import type { RepositorySettings } from './repository-settings.ts'
import type { Request } from './request.ts'
import { resumedSince } from './resumed-since.ts'

/** What was read in Prefect about one flow run; null is what Prefect does not know (any more). */
export interface FlowRunFacts {
  run: FlowRun | null
  /** All its states, oldest first. */
  history: readonly FlowRunState[]
  deployment: Deployment | null
  flow: Flow | null
  /** The run that this one is a part of, where it has no deployment of its own. */
  parent: RelatedRun | null
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

/** What is wanted besides: by the operator, by the repository, and by the pull request. */
export interface Wishes {
  rules: Rules
  settings: RepositorySettings
  /** The ids of all runs that the pull request names. */
  named: ReadonlySet<string>
}

export type Decision =
  | { act: true; force: boolean }
  /** This attempt resumed it before: found by the proof in its states. */
  | { act: false; done: Proof }
  | { act: false; why: LeftAlone }

/** Runs in other states have not ended, or have done what they should. */
const resumable: ReadonlySet<string> = new Set(['FAILED', 'CRASHED', 'CANCELLED'])

/** Whether this merge should resume a flow run, and if not, why (the reason is what people read). */
export function decide(facts: FlowRunFacts, request: Request, wishes: Wishes, now: number): Decision {
  const { run, history } = facts
  if (run === null) return leave({ reason: 'not-found' })

  const done = findProof(history, request)
  if (done !== null) return { act: false, done }

  const why =
    whyNotThisMerge(request, wishes, now) ??
    whyNotThisState(run.stateType, history, wishes) ??
    whyNotThisDeployment(run, facts, wishes)
  if (why !== null) return leave(why)

  // A forced run whose retries ran in its own process is never handed to a worker.
  return { act: true, force: run.retryType !== 'in_process' }
}

function leave(why: LeftAlone): Decision {
  return { act: false, why }
}

function whyNotThisMerge({ merge, askedAt }: Request, wishes: Wishes, now: number): LeftAlone | null {
  const { baseBranch: branch, repository, mergedAt } = merge
  const { rules, settings } = wishes
  // Branches that the repository names were looked at with the merge.
  if (settings.branches === null && branch !== repository.defaultBranch) {
    return { reason: 'other-branch', branch, defaultBranch: repository.defaultBranch }
  }
  return now - Date.parse(askedAt ?? mergedAt) > rules.within
    ? { reason: 'too-old', within: rules.within }
    : null
}

function whyNotThisState(
  type: string | null,
  history: readonly FlowRunState[],
  { rules, settings }: Wishes,
): LeftAlone | null {
  if (type === null || !resumable.has(type)) return resumedSince(history) ?? { reason: 'not-failed' }
  if (!rules.states.has(type)) return { reason: 'state-not-allowed', by: 'operator' }
  const wanted = settings.states === null || settings.states.has(type)
  return wanted ? null : { reason: 'state-not-allowed', by: 'repository' }
}

function whyNotThisDeployment(
  { deploymentId, parentTaskRunId }: FlowRun,
  { deployment, flow, parent }: FlowRunFacts,
  { rules, settings, named }: Wishes,
): LeftAlone | null {
  if (deploymentId === null && parentTaskRunId !== null) {
    return { reason: 'subflow', parent, named: parent !== null && named.has(parent.id) }
  }
  if (deploymentId === null) return { reason: 'no-deployment' }
  if (deployment === null) return { reason: 'deployment-deleted' }
  const name = `${flow?.name ?? ''}/${deployment.name}`
  if (!isAmong(name, rules.deployments)) return { reason: 'deployment-not-allowed', by: 'operator' }
  if (!isAmong(name, settings.deployments)) return { reason: 'deployment-not-allowed', by: 'repository' }
  return null
}

function isAmong(name: string, globs: readonly string[] | null): boolean {
  return globs === null || matchesGlob(name, globs, { anyCase: false })
}
