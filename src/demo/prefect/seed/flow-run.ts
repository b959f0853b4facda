import { randomUUID } from 'node:crypto'
import type { Deployment } from '../documents/deployment.ts'
import { createFlowRun, type FlowRun, type RetryType } from '../documents/flow-run.ts'
import { createState, type StateInput, type StateType } from '../documents/state.ts'
import { tellParent } from '../rules/tell-parent.ts'
import type { World } from '../world.ts'
import { ensureDeployment, ensureFlow } from './deployment.ts'

export interface FlowRunInput {
  state: StateInput
  /** In any case; a new one unless given. */
  id?: string
  name?: string
  /** The name of its flow, where it has no deployment or the default one. @default 'etl' */
  flow?: string
  /** The id of its deployment, null for a run without one; its flow's deployment `daily` unless given. */
  deployment?: string | null
  /** The id of the task run that stands for it in its parent: such a run has no deployment unless one is given. */
  parentTaskRun?: string
  retryType?: RetryType
  /** How often it has run; once unless given, if it has begun. */
  runCount?: number
  /** Whether its result was persisted, so that a completed run is not run again unless forced. @default false */
  persistedResult?: boolean
  /** When it first began; when it was made unless given, if it has begun. */
  startTime?: string
  /** When it ended; when it was made unless given, if it has ended. */
  endTime?: string
  /** In seconds. @default 0 */
  totalRunTime?: number
  parameters?: Record<string, unknown>
  tags?: string[]
}

const notBegun: ReadonlySet<StateType> = new Set(['SCHEDULED', 'PENDING'])

/** Creates a run in a state, as `POST /flow_runs/` does. @throws when it names a deployment that there is not */
export function seedFlowRun(world: World, input: FlowRunInput): FlowRun {
  const deployment = deploymentOf(world, input)
  const flow = world.flows.get(deployment?.flow_id ?? '') ?? ensureFlow(world, input.flow ?? 'etl')
  const id = (input.id ?? randomUUID()).toLowerCase()
  const parentTaskRun = input.parentTaskRun ?? null
  const owner = { flow_run_id: id, task_run_id: parentTaskRun, child_flow_run_id: null }
  const state = createState(input.state, owner, world.now)
  const parts = {
    id,
    name: input.name,
    flow,
    deployment,
    pool: world.workPools.get(deployment?.work_pool_name ?? '') ?? null,
    parentTaskRun,
    retryType: input.retryType ?? null,
    runCount: input.runCount ?? (notBegun.has(state.type) ? 0 : 1),
    startTime: input.startTime,
    endTime: input.endTime,
    totalRunTime: input.totalRunTime ?? 0,
    parameters: input.parameters ?? {},
    tags: input.tags ?? [],
  }
  const run = createFlowRun(parts, state, world.now)
  world.flowRuns.set(id, run)
  world.states.set(id, [state])
  if (input.persistedResult === true) world.persistedResults.add(id)
  tellParent(world, run, input.state)
  for (const listener of world.onState) listener(run)
  return run
}

function deploymentOf(
  world: World,
  { deployment, flow = 'etl', parentTaskRun }: FlowRunInput,
): Deployment | null {
  if (deployment === undefined) {
    return parentTaskRun === undefined ? ensureDeployment(world, { name: 'daily', flow }) : null
  }
  if (deployment === null) return null
  const found = world.deployments.get(deployment)
  if (found === undefined) throw new Error(`There is no deployment ${deployment} to give the flow run.`)
  return found
}
