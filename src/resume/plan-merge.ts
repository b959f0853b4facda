import { matchEvent, type Trigger } from '../automation/index.ts'
import { type FlowRunReference, findFlowRuns } from '../prefect/index.ts'
import { type RenderedEvent, renderEvents, type Template, type WebhookRequest } from '../webhook/index.ts'
import type { PlannedRun } from './planned-run.ts'
import type { LeftAlone } from './report.ts'

/** So many flow runs of one pull request are looked at. */
const flowRunLimit = 20

/** What turns a request into events and says which of them count. */
export interface Recipe {
  template: Template
  trigger: Trigger
  /** Where the Prefect UI is: only flow runs under these addresses are found. */
  uiUrls: readonly string[]
}

/** What a request names, and what its events say of it. */
export interface Plan {
  /** In the order of the text. */
  runs: PlannedRun[]
  beyondLimit: number
  /** Why the event does not fit, where the request names no flow run. */
  mismatch: string | null
}

/** Request → events → match: which flow runs a pull request's text names, and which of them the trigger wants. */
export function planMerge(request: WebhookRequest, text: string, recipe: Recipe): Plan {
  const found = findFlowRuns(text, recipe.uiUrls)
  const named = found.slice(0, flowRunLimit)
  const events = renderEvents(
    recipe.template,
    request,
    named.map(({ id }) => id),
  )
  return {
    runs: named.map((reference, index) => planRun(reference, events[index], recipe.trigger)),
    beyondLimit: found.length - named.length,
    mismatch: named.length === 0 ? describe(misfit(events[0], recipe.trigger)) : null,
  }
}

function planRun(
  reference: FlowRunReference,
  event: RenderedEvent | undefined,
  trigger: Trigger,
): PlannedRun {
  return { ...reference, why: misfit(event, trigger, `prefect.flow-run.${reference.id}`) }
}

/** Why the event of a run does not let it be resumed; null when it does. */
function misfit(item: RenderedEvent | undefined, trigger: Trigger, resource?: string): LeftAlone | null {
  if (item === undefined) throw new Error('The template was not rendered for each flow run.')
  const { rendered } = item
  if ('failure' in rendered) return { reason: 'template-failed', error: rendered.failure.message }
  if (rendered.event === undefined) return { reason: 'template-failed', error: rendered.error ?? 'no event' }
  const result = matchEvent(trigger, rendered.event)
  if (!result.match) return { reason: 'not-matched', mismatch: result.mismatch }
  const id = rendered.event.resource['prefect.resource.id']
  if (resource === undefined || id === resource) return null
  return { reason: 'not-matched', mismatch: `the event is about ${id}, not about ${resource}` }
}

function describe(why: LeftAlone | null): string | null {
  if (why === null) return 'the pull request names no flow run'
  return why.reason === 'not-matched'
    ? why.mismatch
    : why.reason === 'template-failed'
      ? why.error
      : why.reason
}
