import { PrefectError, PrefectForbiddenError, PrefectUnauthorizedError } from '../prefect/index.ts'
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
  try {
    return await readAndAct(planned, merge, workspace, services)
  } catch (error) {
    return reportOn(planned, null, { kind: 'trying', obstacle: obstacleOf(error) })
  }
}

async function readAndAct(
  planned: PlannedRun,
  merge: Merge,
  { client }: Workspace,
  services: ResumeServices,
): Promise<RunReport> {
  const facts = await readFacts(client, planned.id)
  const decision = decide(facts, merge, services.rules, services.now())
  if (!decision.act) {
    if ('why' in decision) return reportOn(planned, facts, { kind: 'left-alone', why: decision.why })
    const was = decision.before === null ? null : reportedState(decision.before)
    return { ...reportOn(planned, facts, { kind: 'resumed' }), was }
  }
  if (services.dryRun) return reportOn(planned, facts, { kind: 'would-resume' })

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
