import { matchEvent, type Trigger } from '../automation/index.ts'
import { findFlowRuns } from '../prefect/index.ts'
import {
  type RenderedEvent,
  readLabels,
  renderEvents,
  type Template,
  type WebhookRequest,
} from '../webhook/index.ts'
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
  /** Why nothing fits, where nothing does; for the log. */
  mismatch: string | null
}

/** Request → events → match: which flow runs a pull request's text names, and which of them the trigger wants. */
export function planMerge(request: WebhookRequest, text: string, recipe: Recipe): Plan {
  const found = findFlowRuns(text, recipe.uiUrls)
  const named = found.slice(0, flowRunLimit)
  const ids = named.map(({ id }) => id)
  const misfits = renderEvents(recipe.template, request, ids).map((event) => misfit(event, recipe.trigger))
  return {
    runs: named.map((reference, index) => ({ ...reference, why: misfits[index] ?? null })),
    beyondLimit: found.length - named.length,
    mismatch: misfits.every((why) => why !== null) ? describe(misfits[0]) : null,
  }
}

/** Why the event of a run does not let it be resumed; null when it does. */
function misfit({ flowRun, rendered }: RenderedEvent, trigger: Trigger): LeftAlone | null {
  if ('failure' in rendered) return { reason: 'template-failed', error: rendered.failure.message }
  if (rendered.event === undefined) return { reason: 'template-failed', error: rendered.error ?? 'no event' }
  const labels = readLabels(rendered.event)
  if ('problem' in labels) return { reason: 'template-failed', error: labels.problem }

  const result = matchEvent(trigger, labels.event)
  if (!result.match) return { reason: 'not-matched', mismatch: result.mismatch }
  const id = labels.event.resource['prefect.resource.id']
  const wanted = `prefect.flow-run.${flowRun}`
  return id === wanted ? null : { reason: 'not-matched', mismatch: `the event is about ${id}, not ${wanted}` }
}

function describe(why: LeftAlone | null | undefined): string | null {
  switch (why?.reason) {
    case 'not-matched':
      return why.mismatch
    case 'template-failed':
      return why.error
    default:
      return null
  }
}
