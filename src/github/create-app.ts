import type { ApplicationFunction } from 'probot'
import { planMerge } from '../resume/index.ts'
import { type HandOverServices, handOver } from './hand-over.ts'
import { pullRequestClosedSchema } from './pull-request-closed.ts'
import { readDelivery } from './read-delivery.ts'

/** What became of a delivery, in words for the log and the store. */
interface Outcome {
  outcome: 'handed-over' | 'not-matched' | 'already-known' | 'unreadable'
  /** Why nothing is done. */
  reason?: string
  flow_runs?: readonly string[]
}

/**
 * The Probot app: takes merged pull requests that name flow runs, and hands them to the durable engine.
 *
 * Behind our own server a delivery was stored before it comes here; under plain Probot it is stored here.
 */
export function createApp(services: HandOverServices): ApplicationFunction {
  return (app) => {
    app.on('pull_request.closed', async ({ id: guid, name: event, payload }) => {
      const started = performance.now()
      const decided = await decideOnDelivery(guid, event, payload, services)
      await services.inbox.settle(guid, decided.outcome)
      services.log.info(
        {
          delivery: guid,
          event: `${event}.${payload.action}`,
          installation: payload.installation?.id,
          repository: payload.repository.full_name,
          number: payload.number,
          ...decided,
          duration: Math.round(performance.now() - started),
        },
        'delivery',
      )
    })
  }
}

async function decideOnDelivery(
  guid: string,
  event: string,
  payload: unknown,
  services: HandOverServices,
): Promise<Outcome> {
  const stored = (await services.inbox.delivery(guid)) ?? (await store(guid, event, payload, services))
  if (stored.mergeKey === null) return explainNothing(event, payload, services)
  const pending = await services.inbox.pending(stored.mergeKey)
  if (pending === null) return { outcome: 'already-known' }
  const { runs, mismatch } = await handOver(pending, services)
  if (mismatch !== null) return { outcome: 'not-matched', reason: mismatch }
  return { outcome: 'handed-over', flow_runs: runs.map(({ id }) => id) }
}

async function store(guid: string, event: string, payload: unknown, { inbox }: HandOverServices) {
  const delivery = readDelivery({ guid, event, request: rebuildRequest(guid, event, payload), payload })
  await inbox.record(delivery)
  return { mergeKey: (await inbox.delivery(guid))?.mergeKey ?? null }
}

/** Why a delivery leads to nothing: what its event lacks. */
function explainNothing(event: string, payload: unknown, { recipe }: HandOverServices): Outcome {
  const closed = pullRequestClosedSchema.safeParse(payload)
  if (!closed.success) return { outcome: 'unreadable', reason: closed.error.message }
  const text = closed.data.pull_request.body ?? ''
  const { runs, mismatch } = planMerge(rebuildRequest('', event, payload), text, recipe)
  const [why] = runs.map((run) => run.why)
  return {
    outcome: 'not-matched',
    reason: why?.reason === 'not-matched' ? why.mismatch : (mismatch ?? 'not merged'),
  }
}

/** The request as GitHub must have sent it, where only its parts are left. */
function rebuildRequest(guid: string, event: string, payload: unknown) {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-GitHub-Event': event, 'X-GitHub-Delivery': guid },
    body: JSON.stringify(payload),
  }
}
