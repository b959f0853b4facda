import { OpenWorkflow, type Worker } from 'openworkflow'
import type { Logger } from 'pino'
import { type EngineStorage, openEngineStore } from './open-engine-store.ts'
import { bindStep } from './step.ts'
import type { Engine } from './workflow.ts'

/** What fails is tried again without end; in milliseconds. A locked store or a lost connection must not end a merge. */
const again = {
  initialInterval: '1s',
  backoffCoefficient: 2,
  maximumInterval: '5m',
  maximumAttempts: 0,
} as const

/** How many workflows run at the same moment; waiting ones do not count. Each idle slot polls on its own. */
const concurrency = 10

/**
 * Opens the durable engine (openworkflow) on a SQLite file or a Postgres database.
 *
 * A workflow whose process was killed goes on when its lease of 30 s ends.
 */
export async function openEngine(storage: EngineStorage, log: Logger): Promise<Engine> {
  const store = await openEngineStore(storage)
  const client = new OpenWorkflow({ backend: store.backend })
  let worker: Worker | null = null

  return {
    define(name, schema, body) {
      const workflow = client.defineWorkflow({ name, retryPolicy: again }, ({ input, step, run }) =>
        body(schema.parse(input), bindStep(step, log.child({ workflow: run.id })), run.createdAt.getTime()),
      )
      return {
        async start(key, input) {
          await workflow.run(input, { idempotencyKey: key })
          // Without it the work would lie until the next poll, up to a second later.
          await worker?.tick()
        },
      }
    },
    async run() {
      worker = client.newWorker({ concurrency })
      await worker.start()
    },
    async drain() {
      await worker?.stop()
      worker = null
    },
    forget: (before) => store.forget(new Date(before)),
    close: () => store.close(),
  }
}
