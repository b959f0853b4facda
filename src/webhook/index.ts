export { InvalidEventError } from './errors/invalid-event-error.ts'
export { TemplateCompileError } from './errors/template-compile-error.ts'
export { TemplateRenderError } from './errors/template-render-error.ts'
export {
  type LabelledEvent,
  type PrefectEvent,
  prefectEventSchema,
  readLabels,
  type TemplateEvent,
} from './event.ts'
export { type EventDefaults, fillEvent } from './fill-event.ts'
export { type RenderedEvent, renderEvents } from './render-events.ts'
export type { WebhookRequest } from './request.ts'
export { compileTemplate, type Rendered, type Template } from './template.ts'
