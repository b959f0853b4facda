import { matchEvent } from '../../../automation/index.ts'
import { findFlowRuns } from '../../../prefect/index.ts'
import type { Recipe } from '../../../resume/index.ts'
import { fillEvent, renderEvents, type WebhookRequest } from '../../../webhook/index.ts'
import type { LoggedDelivery } from '../../github/index.ts'

/** What a delivery becomes, for people to look at. */
export interface ExplainedEvent {
  /** The event's name, resource and related resources, as JSON; or what the template rendered instead. */
  text: string
  /** Why the trigger does not want it, or why it is none; null where the trigger wants it. */
  mismatch: string | null
}

/**
 * The events that our template makes of a delivery, and what our trigger says of them: the same functions that the
 * server uses, asked once more.
 *
 * @param body the description of the pull request
 */
export function explainEvents(delivery: LoggedDelivery, body: string, recipe: Recipe): ExplainedEvent[] {
  const { headers, text } = delivery.request
  const request: WebhookRequest = { method: 'POST', headers, body: text }
  const named = findFlowRuns(body, recipe.uiUrls).map(({ id }) => id)
  return renderEvents(recipe.template, request, named).map(({ rendered }) => {
    if ('failure' in rendered) return { text: '', mismatch: rendered.failure.message }
    if (rendered.event === undefined) return { text: rendered.text, mismatch: rendered.error ?? null }
    const { guid: id, deliveredAt: occurred } = delivery
    const event = fillEvent(rendered.event, { request, id, occurred })
    const result = matchEvent(recipe.trigger, event)
    return {
      text: JSON.stringify(rendered.event, null, 2),
      mismatch: result.match ? null : result.mismatch,
    }
  })
}
