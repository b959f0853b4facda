import type { FlowRun, PrefectClient } from '../prefect/index.ts'
import type { FlowRunFacts } from './decide.ts'
import type { RelatedRun } from './left-alone.ts'

/** Reads what decides about a flow run; what does not depend on each other at the same time. */
export async function readFacts(client: PrefectClient, id: string, page: string): Promise<FlowRunFacts> {
  const [run, history] = await Promise.all([client.readFlowRun(id), client.readFlowRunStates(id)])
  if (run === null) return { run, history: [], deployment: null, flow: null, parent: null }
  const [deployment, flow, parent] = await Promise.all([
    run.deploymentId === null ? null : client.readDeployment(run.deploymentId),
    client.readFlow(run.flowId),
    run.deploymentId === null ? readParent(client, run, page) : null,
  ])
  return { run, history, deployment, flow, parent }
}

/** How long the last reading may take, in milliseconds: what takes longer is old when it comes. */
const quick = 5000

/** The same facts with what changes by the second as it is now: read once, or not at all. */
export async function readFactsAgain(client: PrefectClient, facts: FlowRunFacts): Promise<FlowRunFacts> {
  if (facts.run === null) return facts
  const quickly = { retries: 0, timeout: quick }
  const [run, history] = await Promise.all([
    client.readFlowRun(facts.run.id, quickly),
    client.readFlowRunStates(facts.run.id, quickly),
  ])
  return { ...facts, run, history }
}

/** The run that a subflow run is a part of: its parent is a task run of that one. */
async function readParent(
  client: PrefectClient,
  { id, parentTaskRunId }: FlowRun,
  page: string,
): Promise<RelatedRun | null> {
  if (parentTaskRunId === null) return null
  const task = await client.readTaskRun(parentTaskRunId)
  if (task === null || task.flowRunId === null) return null
  const parent = await client.readFlowRun(task.flowRunId)
  return { id: task.flowRunId, name: parent?.name ?? null, url: pageOfOther(page, id, task.flowRunId) }
}

/** The page of another run beside the page of one, in the same UI and workspace. */
export function pageOfOther(page: string, id: string, other: string): string {
  return page.toLowerCase().endsWith(id) ? `${page.slice(0, -id.length)}${other}` : page
}
