import type { Logger } from 'pino'
import type { Workflow } from '../durable/index.ts'
import type { Inbox, PendingMerge } from '../inbox/index.ts'
import { mergeKey, type Plan, planMerge, type Recipe, type Work } from '../resume/index.ts'
import { pullRequestClosedSchema } from './pull-request-closed.ts'

export interface HandOverServices {
  inbox: Inbox
  recipe: Recipe
  work: Workflow<Work>
  log: Logger
}

/**
 * Gives a merge to the durable engine: request → events → match, then the work. Repeating it does no harm, since
 * the engine takes a merge once.
 */
export async function handOver(
  { key, merge, request }: PendingMerge,
  services: HandOverServices,
): Promise<Plan> {
  const payload = pullRequestClosedSchema.parse(JSON.parse(request.body))
  const plan = planMerge(request, payload.pull_request.body ?? '', services.recipe)
  if (plan.runs.length > 0) {
    const runs = plan.runs.map(({ event: _, ...run }, position) => ({ ...run, position }))
    await services.work.start(key, { merge, attempt: 1, askedAt: null, runs })
  }
  await services.inbox.handedOver(key, plan)
  return plan
}

/** Hands over what was stored but not taken yet: after a restart, or when an earlier try failed. */
export async function handOverPending(services: HandOverServices): Promise<void> {
  for (const key of await services.inbox.pendingKeys()) {
    try {
      const pending = await services.inbox.pending(key)
      if (pending === null) continue
      await handOver(pending, services)
      services.log.info({ merge: key }, 'merge taken up again')
    } catch (error) {
      services.log.error({ err: error, merge: key }, 'merge could not be taken up; trying again')
    }
  }
}

/** Hands over the further attempts that people asked for. */
export async function handOverAttempts({ inbox, work, log }: HandOverServices): Promise<void> {
  for (const asked of await inbox.pendingAttempts()) {
    const key = mergeKey(asked.merge)
    const { attempt } = asked
    try {
      await work.start(`${key}!${attempt}`, asked)
      await inbox.attemptTaken(key, attempt)
      const runs = asked.runs.map(({ id }) => id)
      log.info({ merge: key, attempt, flow_runs: runs }, 'another attempt is made')
    } catch (error) {
      log.error({ err: error, merge: key, attempt }, 'attempt could not be taken up; trying again')
    }
  }
}
