import type { PrefectClient } from '../prefect/index.ts'
import type { FlowRunFacts } from './decide.ts'

/** Reads what decides about a flow run; what does not depend on each other at the same time. */
export async function readFacts(client: PrefectClient, id: string): Promise<FlowRunFacts> {
  const [run, history] = await Promise.all([client.readFlowRun(id), client.readFlowRunStates(id)])
  if (run === null) return { run, history: [], deployment: null, flow: null }
  const [deployment, flow] = await Promise.all([
    run.deploymentId === null ? null : client.readDeployment(run.deploymentId),
    client.readFlow(run.flowId),
  ])
  return { run, history, deployment, flow }
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
