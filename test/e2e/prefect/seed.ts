import { z } from 'zod'
import { request } from './request.ts'

const identified = z.object({ id: z.uuid(), name: z.string() })
const placed = identified.extend({ work_queue_id: z.uuid().nullable() })
const limited = z.object({ global_concurrency_limit: z.object({ id: z.uuid() }) })
const deploymentSchema = identified.extend({ flow_id: z.uuid() })
const standingSchema = z.object({ status: z.string() })

/** A deployment that a test made, or found. */
export interface SeededDeployment {
  id: string
  name: string
  flowId: string
}

export interface DeploymentInput {
  /** The name of a work pool; without one, a program that serves the flow has to take its runs. */
  workPool?: string
  workQueue?: string
  /** Its flow is named so. @default a new one */
  flow?: string
  entrypoint?: string
  path?: string | null
  pullSteps?: object[]
  jobVariables?: object
}

export interface RunInput {
  /** Null for none. */
  deployment: SeededDeployment | null
  /** A type of state. */
  state: string
  stateName?: string
  name?: string
  parameters?: object
  /** Who repeats it when it fails. */
  retryType?: 'in_process' | 'reschedule'
}

/** A flow run that a test made. */
export interface SeededRun {
  id: string
  name: string
  /** Its page in the UI. */
  url: string
}

/** Makes what a test needs in a Prefect server, and changes it as other people would. */
export interface PrefectSeed {
  /** A pool of the type `process`; gives its name. */
  workPool(): Promise<string>
  workQueue(pool: string, name: string): Promise<void>
  deployment(input?: DeploymentInput): Promise<SeededDeployment>
  /** One that is there already, by `flow/deployment`. */
  findDeployment(name: string): Promise<SeededDeployment>
  /** `READY` while somebody asks for its runs. */
  statusOf(deployment: SeededDeployment): Promise<string>
  /** The same of a work queue. */
  statusOfQueue(pool: string, name: string): Promise<string>
  run(input: RunInput): Promise<SeededRun>
  /** Sets a state as any client may. */
  setState(run: SeededRun, state: { type: string; name?: string; message?: string }): Promise<void>
  /** Sets the concurrency limit of a deployment that has none yet; 0 is possible only where there is one. */
  limit(deployment: SeededDeployment, limit: number): Promise<void>
  /** Any other request. @param path begins with a slash */
  ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<unknown>
}

/** All names are new ones, since the tests share their server. */
export function prefectSeed({ apiUrl, uiUrl }: { apiUrl: string; uiUrl: string }): PrefectSeed {
  const ask: PrefectSeed['ask'] = (method, path, body) => request(method, `${apiUrl}${path}`, body)
  const flow = async (name = unique('flow')) => identified.parse(await ask('POST', '/flows/', { name })).id
  return {
    ask,
    async workPool() {
      const name = unique('pool')
      await ask('POST', '/work_pools/', { name, type: 'process' })
      return name
    },
    async workQueue(pool, name) {
      await ask('POST', `/work_pools/${pool}/queues`, { name })
    },
    async deployment(input = {}) {
      const flowId = await flow(input.flow)
      const body = {
        name: unique('deployment'),
        flow_id: flowId,
        entrypoint: input.entrypoint ?? 'flow.py:flow',
        path: input.path ?? null,
        pull_steps: input.pullSteps ?? [],
        job_variables: input.jobVariables ?? {},
        work_pool_name: input.workPool ?? null,
        work_queue_name: input.workQueue ?? null,
        parameter_openapi_schema: {},
      }
      return { ...identified.parse(await ask('POST', '/deployments/', body)), flowId }
    },
    async findDeployment(name) {
      const { flow_id: flowId, ...found } = deploymentSchema.parse(
        await ask('GET', `/deployments/name/${name}`),
      )
      return { ...found, flowId }
    },
    async statusOf({ id }) {
      return standingSchema.parse(await ask('GET', `/deployments/${id}`)).status
    },
    async statusOfQueue(pool, name) {
      return standingSchema.parse(await ask('GET', `/work_pools/${pool}/queues/${name}`)).status
    },
    async run({ deployment, state, stateName, name, parameters = {}, retryType }) {
      const body = {
        name: name ?? unique('run'),
        parameters,
        state: { type: state, name: stateName ?? null },
        empirical_policy: retryType === undefined ? {} : { retries: 1, retry_type: retryType },
        idempotency_key: crypto.randomUUID(), // makes a repeat after a 503 harmless
      }
      const made = placed.parse(
        deployment === null
          ? await ask('POST', '/flow_runs/', { ...body, flow_id: await flow() })
          : await ask('POST', `/deployments/${deployment.id}/create_flow_run`, body),
      )
      return { id: made.id, name: made.name, url: `${uiUrl}/runs/flow-run/${made.id}` }
    },
    async setState({ id }, state) {
      await ask('POST', `/flow_runs/${id}/set_state`, { state, force: true })
    },
    async limit({ id }, limit) {
      await ask('PATCH', `/deployments/${id}`, { concurrency_limit: 1 })
      const { global_concurrency_limit: made } = limited.parse(await ask('GET', `/deployments/${id}`))
      await ask('PATCH', `/v2/concurrency_limits/${made.id}`, { limit })
    },
  }
}

function unique(name: string): string {
  return `${name}-${crypto.randomUUID()}`
}
