import { decide, type FlowRunFacts } from './decide.ts'
import type { Merge } from './merge.ts'
import { isPassing, obstacleOf } from './obstacle.ts'
import type { PlannedRun } from './planned-run.ts'
import { readFacts, readFactsAgain } from './read-facts.ts'
import type { RunOutcome, RunReport } from './report.ts'
import { reportedState, stateOf } from './reported-state.ts'
import type { ResumeServices, Workspace } from './services.ts'
import { setScheduled } from './set-scheduled.ts'

/** So often a run is read, decided on and set in a row, while Prefect says that it could not do it just now. */
const quickAttempts = 4

/** Before the second attempt, and so much more before each further one; in milliseconds. */
const quickPause = 250

/** What was read longer ago than this is read again before it is acted upon; in milliseconds. */
const fresh = 500

/** How long a request without an answer may still have its effect, in milliseconds: proxies give up before Prefect. */
const settling = 60_000

/** What acting on one run needs. */
interface Attempt {
  planned: PlannedRun
  merge: Merge
  workspace: Workspace
  /** When an earlier try sent a request whose effect may still come; null without one. */
  sentAt: number | null
  services: ResumeServices
}

/**
 * Reads a flow run, decides, and resumes it where that is right. Safe to repeat: what this merge did before is
 * found in the run's states.
 *
 * @param sentAt when an earlier try sent what may still have its effect, in milliseconds since 1970
 */
export async function actOnRun(
  planned: PlannedRun,
  merge: Merge,
  sentAt: number | null,
  services: ResumeServices,
): Promise<RunReport> {
  if (planned.why !== null) return reportOn(planned, null, { kind: 'left-alone', why: planned.why })
  const workspace = services.workspaces.of(planned)
  if (workspace === null) {
    return reportOn(planned, null, { kind: 'left-alone', why: { reason: 'foreign-workspace' } })
  }
  return await attempt({ planned, merge, workspace, sentAt, services }, 1)
}

async function attempt(given: Attempt, count: number): Promise<RunReport> {
  const { planned, workspace, sentAt, services } = given
  const started = services.now()
  let facts: FlowRunFacts | null = null
  try {
    facts = await readFacts(workspace.client, planned.id)
    // Somebody may have retried the run while Prefect was slow to answer.
    const old = services.now() - started > fresh
    return await act(given, old ? await readFactsAgain(workspace.client, facts) : facts)
  } catch (error) {
    if (!isPassing(error) || count === quickAttempts) {
      const obstacle = obstacleOf(error, sentAt, services.now())
      return reportOn(planned, facts, { kind: 'trying', obstacle })
    }
  }
  await services.wait(quickPause * count)
  return await attempt(given, count + 1)
}

async function act(
  { planned, merge, workspace, sentAt, services }: Attempt,
  facts: FlowRunFacts,
): Promise<RunReport> {
  const { rules, dryRun, now } = services
  const decision = decide(facts, merge, rules, now())
  if (!decision.act) {
    if ('why' in decision) return reportOn(planned, facts, { kind: 'left-alone', why: decision.why })
    const was = decision.before === null ? null : reportedState(decision.before)
    return { ...reportOn(planned, facts, { kind: 'resumed' }), was }
  }
  if (dryRun) return reportOn(planned, facts, { kind: 'would-resume' })
  if (sentAt !== null && now() - sentAt < settling) {
    const problem = 'Prefect did not say whether it set the state; it is set again if it stays as it is.'
    return reportOn(planned, facts, { kind: 'trying', obstacle: { because: 'unreachable', problem, sentAt } })
  }

  const effect = await setScheduled(workspace.client, planned.id, merge, decision.force)
  if (!effect.set) return reportOn(planned, facts, { kind: 'left-alone', why: effect.why })
  const state = effect.state === null ? null : reportedState(effect.state)
  return { ...reportOn(planned, facts, { kind: 'resumed' }), now: state }
}

function reportOn({ id, url }: PlannedRun, facts: FlowRunFacts | null, outcome: RunOutcome): RunReport {
  const state = stateOf(facts?.run ?? null)
  return {
    id,
    url,
    name: facts?.run?.name ?? null,
    flowName: facts?.flow?.name ?? null,
    deploymentName: facts?.deployment?.name ?? null,
    outcome,
    was: state,
    now: state,
  }
}
