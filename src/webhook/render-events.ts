import { TemplateRenderError } from './errors/template-render-error.ts'
import type { WebhookRequest } from './request.ts'
import type { Rendered, Template } from './template.ts'

/** What a request became for one flow run, or, with null, for none in particular. */
export interface RenderedEvent {
  readonly flowRun: string | null
  /** An event, a text that is none, or a failure of Jinja's. */
  readonly rendered: Rendered | { readonly failure: TemplateRenderError }
}

/** One event per named flow run, each rendered with its run; without any, exactly one, without a run. */
export function renderEvents(
  template: Template,
  request: WebhookRequest,
  flowRunIds: readonly string[],
): RenderedEvent[] {
  const runs = flowRunIds.length === 0 ? [null] : flowRunIds
  return runs.map((flowRun) => ({ flowRun, rendered: tryRender(template, request, flowRun) }))
}

function tryRender(template: Template, request: WebhookRequest, flowRun: string | null) {
  try {
    return template.render(request, { flowRun: flowRun ?? undefined })
  } catch (error) {
    if (error instanceof TemplateRenderError) return { failure: error }
    throw error
  }
}
