import { decide, type FlowRunFacts, type Wishes } from './decide.ts'
import { findRace } from './find-race.ts'
import { known, quickly } from './known.ts'
import { isPassing, obstacleOf } from './obstacle.ts'
import type { PlannedRun } from './planned-run.ts'
import { findProof } from './proof.ts'
import { readFacts, readFactsAgain } from './read-facts.ts'
import { readOutlook } from './read-outlook.ts'
import { reportOn, reportResumed } from './report-on.ts'
import { reportedState } from './reported-state.ts'
import type { Request } from './request.ts'
import type { RunReport } from './run-report.ts'
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

/** What acting on one run needs to know. */
export interface RunWork {
  planned: PlannedRun
  request: Request
  wishes: Wishes
  /** When an earlier try sent a request whose effect may still come, in milliseconds since 1970; null without one. */
  sentAt: number | null
}

interface Attempt extends RunWork {
  workspace: Workspace
  services: ResumeServices
}

/**
 * Reads a flow run, decides, and resumes it where that is right. Safe to repeat: what this attempt did before is
 * found in the run's states.
 */
export async function actOnRun(work: RunWork, services: ResumeServices): Promise<RunReport> {
  const { planned, request } = work
  const report = reportOn(planned, request)
  if (planned.why !== null) return report(null, { kind: 'left-alone', why: planned.why })
  const workspace = services.workspaces.of(planned)
  if (workspace === null) {
    return report(null, { kind: 'left-alone', why: { reason: 'foreign-workspace' } })
  }
  return await tryToAct({ ...work, workspace, services }, 1)
}

async function tryToAct(given: Attempt, count: number): Promise<RunReport> {
  const { planned, request, workspace, sentAt, services } = given
  const started = services.now()
  let facts: FlowRunFacts | null = null
  try {
    facts = await readFacts(workspace.client, planned.id, planned.url)
    // Somebody may have retried the run while Prefect was slow to answer.
    const old = services.now() - started > fresh
    return await act(given, old ? await readFactsAgain(workspace.client, facts) : facts)
  } catch (error) {
    if (!isPassing(error) || count === quickAttempts) {
      const obstacle = obstacleOf(error, sentAt, services.now())
      return reportOn(planned, request)(facts, { kind: 'trying', obstacle })
    }
  }
  await services.wait(quickPause * count)
  return await tryToAct(given, count + 1)
}

async function act(given: Attempt, facts: FlowRunFacts): Promise<RunReport> {
  const { planned, request, wishes, workspace, sentAt, services } = given
  const { dryRun, now } = services
  const report = reportOn(planned, request)
  const decision = decide(facts, request, wishes, now())
  if (!decision.act) {
    if ('why' in decision) return report(facts, { kind: 'left-alone', why: decision.why })
    return await foundDone(given, facts)
  }
  if (dryRun) {
    const outlook = await readOutlook(workspace.client, facts, request.merge, planned.url)
    return { ...report(facts, { kind: 'would-resume' }), outlook }
  }
  if (sentAt !== null && now() - sentAt < settling) {
    const problem = 'Prefect did not say whether it set the state; it is set again if it stays as it is.'
    return report(facts, { kind: 'trying', obstacle: { because: 'unreachable', problem, sentAt } })
  }

  const effect = await setScheduled(workspace.client, planned.id, request, decision.force)
  if (!effect.set) return report(facts, { kind: 'left-alone', why: effect.why })
  const [outlook, history] = await Promise.all([
    readOutlook(workspace.client, facts, request.merge, planned.url),
    known(workspace.client.readFlowRunStates(planned.id, quickly)),
  ])
  const race = findRace(facts, history ?? [], request)
  const set = report(facts, { kind: 'resumed', race: race && reportedState(race) })
  // What is read may be older than what was just answered.
  const isRead = history !== undefined && findProof(history, request) !== null
  return reportResumed(set, isRead ? history : [effect.state ?? []].flat(), request, outlook)
}

/** What is told of a run that an earlier try resumed: nobody knows what it had met. */
async function foundDone(given: Attempt, facts: FlowRunFacts): Promise<RunReport> {
  const { planned, request, workspace } = given
  const outlook = await readOutlook(workspace.client, facts, request.merge, planned.url)
  const report = reportOn(planned, request)(facts, { kind: 'resumed', race: null })
  return reportResumed(report, facts.history, request, outlook)
}
