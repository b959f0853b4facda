import { CompiledTemplate } from './compiler/compiled-template.ts'
import { PythonError } from './errors/python-error.ts'
import { TemplateCompileError } from './errors/template-compile-error.ts'
import { TemplateRenderError } from './errors/template-render-error.ts'
import type { TemplateEvent } from './event.ts'
import { filters } from './filters/index.ts'
import { readEvent } from './read-event.ts'
import { requestScope, type WebhookRequest } from './request.ts'
import { startRendering } from './runtime/rendering.ts'
import { createRuntime } from './runtime/runtime.ts'
import { tests } from './tests/index.ts'

/** What a request became. */
export interface Rendered {
  /** What Jinja prints, to the letter. */
  readonly text: string
  /** The document as the template made it; undefined when the text is no event. */
  readonly event: TemplateEvent | undefined
  /** Why the text is no event. */
  readonly error: string | undefined
}

/** A template of a webhook, ready for requests. */
export interface Template {
  /**
   * Renders a request; with a `flowRun`, as the event about that one. Throws TemplateRenderError where Jinja itself
   * fails; a text that is no event is an answer, not an exception.
   */
  render(request: WebhookRequest, options?: { readonly flowRun?: string | undefined }): Rendered
}

/** Compiles a Jinja template as Prefect's webhooks take it. Throws TemplateCompileError. */
export function compileTemplate(source: string): Template {
  const compiled = guarded(
    () => new CompiledTemplate(source),
    (reason) => new TemplateCompileError(reason),
  )
  return {
    render(request, { flowRun } = {}) {
      const rendering = startRendering(flowRun, { filters, tests })
      return guarded(
        () => {
          const output = compiled.run(requestScope(request), createRuntime(rendering))
          return { text: output.text, ...readEvent(output.pieces) }
        },
        (reason, kind) => new TemplateRenderError(kind, reason, rendering.line),
      )
    },
  }
}

/** Runs something, and gives what failed in it the error it is to be known by. */
function guarded<T>(run: () => T, toError: (reason: string, kind: string) => Error): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof PythonError) throw toError(error.message, error.kind)
    // The stack is full, or a text is longer than JavaScript can hold.
    if (error instanceof RangeError) throw toError('more than can be held at once', 'LimitError')
    throw error
  }
}
