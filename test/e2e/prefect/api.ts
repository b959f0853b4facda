import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { request } from './request.ts'

const stateSchema = z.object({ type: z.string(), name: z.string(), message: z.string().nullable() })
const runSchema = z.object({ id: z.uuid(), name: z.string(), run_count: z.int(), state: stateSchema })
const deploymentSchema = z.object({ id: z.uuid() })

/** A flow run's state, as Prefect tells it. */
export type PrefectState = z.infer<typeof stateSchema>

/** A flow run, as Prefect tells it. */
export type PrefectRun = z.infer<typeof runSchema>

/** What the tests ask a Prefect server, by its own API, past the app. */
export interface PrefectApi {
  /** Makes a run of the deployment `flow/deployment`, to be executed at once. */
  createRun(deployment: string): Promise<PrefectRun>
  run(id: string): Promise<PrefectRun>
  /** All states that the run was in, oldest first. */
  states(id: string): Promise<PrefectState[]>
  /**
   * Awaits that the run is in a state of that type, and of that name where one is given; rejects with its states after
   * `deadline` milliseconds.
   */
  reaches(id: string, type: string, options?: { name?: string; deadline?: number }): Promise<PrefectRun>
}

export function prefectApi(apiUrl: string): PrefectApi {
  const get = (path: string) => request('GET', `${apiUrl}${path}`)
  const states = async (id: string) =>
    z.array(stateSchema).parse(await get(`/flow_run_states/?flow_run_id=${id}`))
  const run = async (id: string) => runSchema.parse(await get(`/flow_runs/${id}`))
  return {
    run,
    states,
    async createRun(deployment) {
      const { id } = deploymentSchema.parse(await get(`/deployments/name/${deployment}`))
      // the key makes a repeat after a 503 harmless
      const body = { idempotency_key: crypto.randomUUID() }
      return runSchema.parse(await request('POST', `${apiUrl}/deployments/${id}/create_flow_run`, body))
    },
    async reaches(id, type, { name, deadline = 60_000 } = {}) {
      const end = Date.now() + deadline
      let now = await run(id)
      while (now.state.type !== type || (name !== undefined && now.state.name !== name)) {
        if (Date.now() > end) {
          const seen = (await states(id)).map((state) => `${state.name} (${state.message})`)
          throw new Error(`Run ${id} is not ${name ?? type} after ${deadline} ms; it was ${seen.join(', ')}.`)
        }
        await setTimeout(200)
        now = await run(id)
      }
      return now
    },
  }
}
