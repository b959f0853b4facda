import type { Deployment, FlowRun, PrefectClient } from '../prefect/index.ts'
import { bringsMerge, codeSourceOf } from './code-source.ts'
import type { FlowRunFacts } from './decide.ts'
import { known, quickly } from './known.ts'
import type { Merge } from './merge.ts'
import type { Outlook } from './outlook.ts'
import { pageOfOther } from './read-facts.ts'
import { warningsOf } from './warnings.ts'

/**
 * Reads what a resumed run is likely to meet: a worker, the code, a later run. What cannot be read is not told.
 *
 * @param page of the run in the Prefect UI
 */
export async function readOutlook(
  client: PrefectClient,
  { run, history, deployment }: FlowRunFacts,
  merge: Merge,
  page: string,
): Promise<Outlook | null> {
  if (run === null || deployment === null) return null
  const code = codeSourceOf(deployment)
  const started = run.startTime ?? history[0]?.timestamp ?? null
  const [way, laterRun, tasks] = await Promise.all([
    readWay(client, run, deployment),
    started === null
      ? undefined
      : known(client.findLaterCompletedRun(deployment.id, started, run.id, quickly)),
    known(client.countCompletedTaskRuns(run.id, quickly)),
  ])
  return {
    warnings: warningsOf({ run, deployment, ...way }),
    code,
    deployedAt: deployment.updated,
    needsDeploy: !bringsMerge(code, merge) && isBefore(deployment.updated, merge.mergedAt),
    laterRun:
      laterRun == null
        ? null
        : { id: laterRun.id, name: laterRun.name, url: pageOfOther(page, run.id, laterRun.id) },
    tasksAgain: tasks?.unpersisted ?? null,
    startedByRun: run.parentTaskRunId !== null,
  }
}

async function readWay(client: PrefectClient, run: FlowRun, deployment: Deployment) {
  const pool = run.workPoolName ?? deployment.workPoolName
  const [workPool, workers, workQueue] = await Promise.all([
    pool === null ? undefined : known(client.readWorkPool(pool, quickly)),
    pool === null ? undefined : known(client.readWorkers(pool, quickly)),
    run.workQueueId === null ? undefined : known(client.readWorkQueue(run.workQueueId, quickly)),
  ])
  return { workPool, workers, workQueue }
}

function isBefore(time: string | null, other: string): boolean {
  return time !== null && Date.parse(time) < Date.parse(other)
}
