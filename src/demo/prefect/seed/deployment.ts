import { createConcurrencyLimit } from '../documents/concurrency-limit.ts'
import { createDeployment, type Deployment, type Place } from '../documents/deployment.ts'
import { createFlow, type Flow } from '../documents/flow.ts'
import type { World } from '../world.ts'
import { ensureWorkPool } from './work-pool.ts'
import { ensureWorkQueue } from './work-queue.ts'

/** What a deploy, a person or the API changes of a deployment; what is not said stays. */
export interface DeploymentChange {
  /** When it was last changed. @default now */
  updated?: string
  /** Whether its schedules are paused. */
  paused?: boolean
  version?: string | null
  /** Such as `{ image: 'ghcr.io/acme/etl:42' }`. */
  jobVariables?: Record<string, unknown>
  /** Such as `[{ 'prefect.deployments.steps.git_clone': { repository, branch } }]`. */
  pullSteps?: Record<string, Record<string, unknown>>[]
  entrypoint?: string
  path?: string | null
  /** How many of its runs may be under way at once; 0 lets none begin, null any number. */
  concurrencyLimit?: number | null
  /** Whether a program serves it, so that it needs no work pool. @default true without a pool */
  served?: boolean
}

export interface DeploymentInput extends DeploymentChange {
  name: string
  /** The name of its flow, which is made when there is none of that name. */
  flow: string
  /** The name of its work pool, made when there is none; null for a flow that serves itself. @default 'default-pool' */
  workPool?: string | null
  /** The name of its queue in the work pool, made when there is none. @default 'default' */
  workQueue?: string
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
  const { name, workPool, workQueue, tags = [], flow: flowName, ...change } = input
  const flow = ensureFlow(world, flowName)
  const existing = [...world.deployments.values()].find((one) => one.name === name && one.flow_id === flow.id)
  if (existing !== undefined) return existing
  const place = placeOf(world, workPool, workQueue)
  const deployment = createDeployment({ name, tags }, flow, place, world.now)
  world.deployments.set(deployment.id, deployment)
  changeDeployment(world, deployment, change)
  return deployment
}

function placeOf(
  world: World,
  workPool: string | null = 'default-pool',
  workQueue = 'default',
): Place | null {
  if (workPool === null) return null
  const pool = ensureWorkPool(world, { name: workPool })
  return { pool, queue: ensureWorkQueue(world, { workPool, name: workQueue }) }
}

/** Changes a deployment, as a deploy does. Its runs read it when they begin. */
export function changeDeployment(world: World, deployment: Deployment, change: DeploymentChange): void {
  const { updated, paused, version, jobVariables, pullSteps, entrypoint, path, concurrencyLimit } = change
  if (change.served !== undefined) deployment.status = change.served ? 'READY' : 'NOT_READY'
  deployment.updated = updated ?? world.now()
  deployment.paused = paused ?? deployment.paused
  deployment.entrypoint = entrypoint ?? deployment.entrypoint
  deployment.job_variables = jobVariables ?? deployment.job_variables
  deployment.pull_steps = pullSteps ?? deployment.pull_steps
  if (version !== undefined) deployment.version = version
  if (path !== undefined) deployment.path = path
  if (concurrencyLimit === undefined) return
  deployment.global_concurrency_limit =
    concurrencyLimit === null ? null : createConcurrencyLimit(deployment.id, concurrencyLimit, world.now)
}
