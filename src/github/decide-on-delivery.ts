import type { StoredDelivery } from '../inbox/index.ts'
import { type Plan, planMerge } from '../resume/index.ts'
import { type HandOverServices, handOver } from './hand-over.ts'
import type { Outcome } from './outcome.ts'
import { pullRequestClosedSchema } from './pull-request-closed.ts'
import { readDelivery } from './read-delivery.ts'

/** A delivery as Probot gives it: without its request. */
export interface ProbotDelivery {
  guid: string
  event: string
  payload: unknown
}

/**
 * What becomes of a delivery; a merge that names flow runs is handed over. Behind our own server it was stored before;
 * under plain Probot it is stored here.
 */
export async function decideOnDelivery(
  delivery: ProbotDelivery,
  services: HandOverServices,
): Promise<Outcome> {
  const { inbox } = services
  const stored = (await inbox.delivery(delivery.guid)) ?? (await store(delivery, services))
  if (stored.outcome !== null) return known(stored)
  const outcome = await decide(delivery, stored, services)
  await inbox.settle(delivery.guid, outcome.outcome, outcome.reason ?? null)
  return outcome
}

async function decide(
  delivery: ProbotDelivery,
  { mergeKey }: StoredDelivery,
  services: HandOverServices,
): Promise<Outcome> {
  if (mergeKey === null) return explainUnmerged(delivery, services)
  const pending = await services.inbox.pending(mergeKey)
  if (pending === null) return { outcome: 'already-known', merge: mergeKey }
  const plan = await handOver(pending, services)
  const { runs, mismatch } = plan
  const outcome = runs.length === 0 ? 'names-no-run' : mismatch === null ? 'handed-over' : 'not-matched'
  return { outcome, ...(mismatch !== null && { reason: mismatch }), merge: mergeKey, ...named(plan) }
}

/** A first delivery may have been decided when it was stored; a later one changes nothing. */
function known({ timesReceived, outcome }: StoredDelivery): Outcome {
  if (timesReceived > 1 || outcome !== 'names-no-run') return { outcome: 'already-known' }
  return { outcome, reason: 'the pull request names no flow run' }
}

/** Why a pull request that names flow runs leads to nothing: what its event lacks. */
function explainUnmerged({ event, payload, guid }: ProbotDelivery, { recipe }: HandOverServices): Outcome {
  const closed = pullRequestClosedSchema.safeParse(payload)
  if (!closed.success) return { outcome: 'unreadable', reason: closed.error.message }
  const text = closed.data.pull_request.body ?? ''
  const plan = planMerge(rebuildRequest(guid, event, payload), text, recipe)
  return {
    outcome: 'not-matched',
    reason: plan.mismatch ?? 'the pull request was not merged',
    ...named(plan),
  }
}

function named({ runs, unused, beyondLimit }: Plan): Partial<Outcome> {
  return { flow_runs: runs.map(({ id }) => id), unused: unused.length, beyond_limit: beyondLimit }
}

async function store(
  { guid, event, payload }: ProbotDelivery,
  { inbox }: HandOverServices,
): Promise<StoredDelivery> {
  await inbox.record(readDelivery({ guid, event, request: rebuildRequest(guid, event, payload), payload }))
  const stored = await inbox.delivery(guid)
  if (stored === null) throw new Error(`Delivery ${guid} was stored, but is not there.`)
  return stored
}

/** The request as GitHub must have sent it, where only its parts are left. */
function rebuildRequest(guid: string, event: string, payload: unknown) {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-GitHub-Event': event, 'X-GitHub-Delivery': guid },
    body: JSON.stringify(payload),
  }
}
