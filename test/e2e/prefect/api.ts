import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'

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
  /** Awaits that the run is in a state of that type; rejects with its states after `deadline` milliseconds. */
  reaches(id: string, type: string, deadline?: number): Promise<PrefectRun>
}

export function prefectApi(apiUrl: string): PrefectApi {
  const states = async (id: string) =>
    z.array(stateSchema).parse(await ask(`${apiUrl}/flow_run_states/?flow_run_id=${id}`))
  const run = async (id: string) => runSchema.parse(await ask(`${apiUrl}/flow_runs/${id}`))
  return {
    run,
    states,
    async createRun(deployment) {
      const { id } = deploymentSchema.parse(await ask(`${apiUrl}/deployments/name/${deployment}`))
      // the key makes a repeat after a 503 harmless
      const body = { idempotency_key: crypto.randomUUID() }
      return runSchema.parse(await ask(`${apiUrl}/deployments/${id}/create_flow_run`, body))
    },
    async reaches(id, type, deadline = 60_000) {
      const end = Date.now() + deadline
      let now = await run(id)
      while (now.state.type !== type) {
        if (Date.now() > end) {
          const seen = (await states(id)).map((state) => `${state.name} (${state.message})`)
          throw new Error(`Run ${id} is not ${type} after ${deadline} ms; it was ${seen.join(', ')}.`)
        }
        await setTimeout(200)
        now = await run(id)
      }
      return now
    },
  }
}

const attempts = 5

/** A GET, or a POST with a body; asked again on 503, which a server with SQLite answers while it is locked. */
async function ask(url: string, body?: object): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    const answer = await fetch(url, body === undefined ? {} : post)
    if (answer.ok) return answer.json()
    const text = await answer.text()
    if (answer.status !== 503 || attempt === attempts)
      throw new Error(`${url} answered ${answer.status}: ${text}`)
    await setTimeout(100 * attempt)
  }
}
