import { InvalidEventError } from './errors/invalid-event-error.ts'
import { fits, type PrefectEvent, prefectEventSchema, problemWith, type TemplateEvent } from './event.ts'
import { fitPayload } from './fit-payload.ts'
import { parseJson } from './json/parse.ts'
import { formFields, isForm, readBody, type WebhookRequest, withoutHeaders } from './request.ts'
import { wellFormed } from './well-formed.ts'

/** What an event is filled with where the template left something out. */
export interface EventDefaults {
  /** The request that it was made of: the payload, for people to see what came in. */
  readonly request: WebhookRequest
  /** A UUID; Prefect drops a second event with the same. */
  readonly id: string
  /** ISO 8601. */
  readonly occurred: string
  /** Resources that are related whatever the template says. */
  readonly related?: PrefectEvent['related']
}

/**
 * Fills in what the template left out, as Prefect does for its webhooks, and cuts the body in the payload so that the
 * event is not too large for Prefect. Throws InvalidEventError for what Prefect would refuse.
 */
export function fillEvent(event: TemplateEvent, defaults: EventDefaults): PrefectEvent {
  const { id, occurred, related = [] } = defaults
  const own = event['related'] ?? []
  const filled: unknown = wellFormed({
    id,
    occurred,
    payload: requestPayload(defaults.request),
    ...event,
    related: Array.isArray(own) ? [...own, ...related] : own,
  })
  if (!fits(prefectEventSchema, filled)) {
    throw new InvalidEventError(problemWith(prefectEventSchema, filled) ?? 'It does not fit the schema.')
  }
  return fitPayload(filled)
}

function requestPayload(request: WebhookRequest): Record<string, unknown> {
  const headers = withoutHeaders(request.headers, ['authorization', 'cookie'])
  return { method: request.method.toUpperCase(), headers, body: payloadBody(request) }
}

function payloadBody(request: WebhookRequest): unknown {
  if (isForm(request.headers)) return Object.fromEntries(formFields(request.body))
  // What is nested too deeply for a template is text for people, too.
  const parsed = typeof readBody(request) === 'string' ? undefined : parseJson(request.body)
  return parsed === undefined ? request.body : parsed
}
