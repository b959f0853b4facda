import { createDeployment, type Deployment } from '../documents/deployment.ts'
import { createFlow, type Flow } from '../documents/flow.ts'
import type { World } from '../world.ts'
import { ensureWorkPool } from './work-pool.ts'

export interface DeploymentInput {
  name: string
  /** The name of its flow, which is made when there is none of that name. */
  flow: string
  /** The name of its work pool, made when there is none; null for a flow that serves itself. @default 'default-pool' */
  workPool?: string | null
  /** Whether its schedules are paused. @default false */
  paused?: boolean
  tags?: string[]
}

/** The flow of that name, made when there is none. */
export function ensureFlow(world: World, name: string): Flow {
  const existing = [...world.flows.values()].find((flow) => flow.name === name)
  if (existing !== undefined) return existing
  const flow = createFlow(name, world.now)
  world.flows.set(flow.id, flow)
  return flow
}

/** The deployment of that name and flow, made when there is none. */
export function ensureDeployment(world: World, input: DeploymentInput): Deployment {
  const { name, workPool = 'default-pool', paused = false, tags = [] } = input
  const flow = ensureFlow(world, input.flow)
  const existing = [...world.deployments.values()].find((one) => one.name === name && one.flow_id === flow.id)
  if (existing !== undefined) return existing
  const pool = workPool === null ? null : ensureWorkPool(world, { name: workPool })
  const deployment = createDeployment({ name, paused, tags }, flow, pool, world.now)
  world.deployments.set(deployment.id, deployment)
  return deployment
}
