import { matchEvent, type Trigger } from '../automation/index.ts'
import { findNamedFlowRuns, findUnusedUrls } from '../prefect/index.ts'
import {
  type LabelledEvent,
  type RenderedEvent,
  readLabels,
  renderEvents,
  type Template,
  type WebhookRequest,
} from '../webhook/index.ts'
import { chooseRuns } from './choose-runs.ts'
import type { LeftAlone } from './left-alone.ts'
import type { Plan } from './plan.ts'

/** What turns a request into events and says which of them count. */
export interface Recipe {
  template: Template
  trigger: Trigger
  /** Where the Prefect UI is: only flow runs under these addresses are found. */
  uiUrls: readonly string[]
}

/** The event of one flow run as the trigger sees it, or what is wrong with the template. */
type Labelled = { event: LabelledEvent; problem: null } | { event: null; problem: string }

/** Request → events → match: which flow runs a pull request's text names, and which of them the trigger wants. */
export function planMerge(request: WebhookRequest, text: string, recipe: Recipe): Plan {
  const { chosen, beyondLimit } = chooseRuns(findNamedFlowRuns(text, recipe.uiUrls))
  const ids = chosen.map(({ run }) => run.id)
  const events = renderEvents(recipe.template, request, ids).map((rendered) => {
    const labelled = labelsOf(rendered)
    return { labelled, why: misfit(labelled, rendered.flowRun, recipe.trigger) }
  })
  return {
    runs: chosen.map(({ run: { id, url, account, workspace }, acts }, index) => {
      const { labelled, why } = events[index] ?? { labelled: null, why: null }
      const mentioned: LeftAlone | null = acts ? null : { reason: 'only-mentioned' }
      return { id, url, account, workspace, why: mentioned ?? why, event: labelled?.event ?? null }
    }),
    beyondLimit,
    unused: findUnusedUrls(text, recipe.uiUrls),
    mismatch: events.every(({ why }) => why !== null) ? describe(events[0]?.why) : null,
  }
}

function labelsOf({ rendered }: RenderedEvent): Labelled {
  if ('failure' in rendered) return { event: null, problem: rendered.failure.message }
  if (rendered.event === undefined) return { event: null, problem: rendered.error ?? 'no event' }
  const labels = readLabels(rendered.event)
  return 'problem' in labels
    ? { event: null, problem: labels.problem }
    : { event: labels.event, problem: null }
}

/** Why the event of a run does not let it be resumed; null when it does. */
function misfit({ event, problem }: Labelled, flowRun: string | null, trigger: Trigger): LeftAlone | null {
  if (event === null) return { reason: 'template-failed', error: problem }
  const result = matchEvent(trigger, event)
  if (!result.match) return { reason: 'not-matched', mismatch: result.mismatch }
  const id = event.resource['prefect.resource.id']
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
