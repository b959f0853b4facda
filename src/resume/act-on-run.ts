import {
  PrefectAmbiguousAnswerError,
  PrefectError,
  PrefectForbiddenError,
  PrefectUnauthorizedError,
} from '../prefect/index.ts'
import { decide, type FlowRunFacts } from './decide.ts'
import type { Merge } from './merge.ts'
import type { PlannedRun } from './planned-run.ts'
import { readFacts } from './read-facts.ts'
import type { Obstacle, RunOutcome, RunReport } from './report.ts'
import { reportedState, stateOf } from './reported-state.ts'
import type { ResumeServices, Workspace } from './services.ts'
import { setScheduled } from './set-scheduled.ts'

/**
 * Reads a flow run, decides, and resumes it where that is right. Safe to repeat: what this merge did before is
 * found in the run's states.
 */
export async function actOnRun(
  planned: PlannedRun,
  merge: Merge,
  services: ResumeServices,
): Promise<RunReport> {
  if (planned.why !== null) return reportOn(planned, null, { kind: 'left-alone', why: planned.why })
  const workspace = services.workspaces.of(planned)
  if (workspace === null) {
    return reportOn(planned, null, { kind: 'left-alone', why: { reason: 'foreign-workspace' } })
  }
  return await attempt(planned, merge, workspace, services, 1)
}

/** So often a run is read, decided on and set in a row, where Prefect answers but not to the point. */
const quickAttempts = 4

/** Before the second attempt, and so much more before each further one; in milliseconds. */
const quickPause = 250

async function attempt(
  planned: PlannedRun,
  merge: Merge,
  workspace: Workspace,
  services: ResumeServices,
  count: number,
): Promise<RunReport> {
  let facts: FlowRunFacts | null = null
  try {
    facts = await readFacts(workspace.client, planned.id)
    return await act(planned, facts, merge, workspace, services)
  } catch (error) {
    // A local server answers 503 now and then while its database is locked. Without any answer it may yet act.
    const passing = error instanceof PrefectAmbiguousAnswerError && error.status !== null
    if (!passing || count === quickAttempts) {
      return reportOn(planned, facts, { kind: 'trying', obstacle: obstacleOf(error) })
    }
  }
  await services.wait(quickPause * count)
  return await attempt(planned, merge, workspace, services, count + 1)
}

async function act(
  planned: PlannedRun,
  facts: FlowRunFacts,
  merge: Merge,
  { client }: Workspace,
  { rules, dryRun, now }: ResumeServices,
): Promise<RunReport> {
  const decision = decide(facts, merge, rules, now())
  if (!decision.act) {
    if ('why' in decision) return reportOn(planned, facts, { kind: 'left-alone', why: decision.why })
    const was = decision.before === null ? null : reportedState(decision.before)
    return { ...reportOn(planned, facts, { kind: 'resumed' }), was }
  }
  if (dryRun) return reportOn(planned, facts, { kind: 'would-resume' })

  const effect = await setScheduled(client, planned.id, merge, decision.force)
  if (!effect.set) return reportOn(planned, facts, { kind: 'left-alone', why: effect.why })
  const report = reportOn(planned, facts, { kind: 'resumed' })
  return { ...report, now: effect.state === null ? report.now : reportedState(effect.state) }
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

/** What Prefect's failure means for a later try; what is not Prefect's failure is ours, and goes on. */
function obstacleOf(error: unknown): Obstacle {
  if (!(error instanceof PrefectError)) throw error
  const refused = error instanceof PrefectUnauthorizedError || error instanceof PrefectForbiddenError
  return { because: refused ? 'no-access' : 'unreachable', problem: error.message }
}
