import { OpenWorkflow, type Worker } from 'openworkflow'
import { type EngineStorage, openBackend } from './backend.ts'
import { bindStep } from './step.ts'
import type { Engine } from './workflow.ts'

/** How many workflows run at the same moment; waiting ones do not count. Each idle slot polls on its own. */
const concurrency = 10

/**
 * Opens the durable engine (openworkflow) on a SQLite file or a Postgres database.
 *
 * A workflow whose process was killed goes on when its lease of 30 s ends.
 */
export async function openEngine(storage: EngineStorage): Promise<Engine> {
  const backend = await openBackend(storage)
  const client = new OpenWorkflow({ backend })
  let worker: Worker | null = null

  return {
    define(name, schema, body) {
      const workflow = client.defineWorkflow({ name }, ({ input, step, run }) =>
        body(schema.parse(input), bindStep(step), run.createdAt.getTime()),
      )
      return {
        async start(key, input) {
          await workflow.run(input, { idempotencyKey: key })
          // Without it the work would lie until the next poll, up to a second later.
          await worker?.tick()
        },
      }
    },
    async signal(signal, data) {
      await client.sendSignal({ signal, data: data })
      await worker?.tick()
    },
    async run() {
      worker = client.newWorker({ concurrency })
      await worker.start()
    },
    async drain() {
      await worker?.stop()
      worker = null
    },
    close: () => backend.stop(),
  }
}
