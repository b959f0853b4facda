/** Jinja itself fails on this request: what a webhook of Prefect would answer with `webhook.failed`. */
export class TemplateRenderError extends Error {
  override readonly name = 'TemplateRenderError'
  /** The kind of error, by the name Python has for it (`TypeError`, `UndefinedError`, …), or `LimitError`. */
  readonly kind: string
  /** What went wrong, without the line. */
  readonly reason: string
  /** Counted from 1; null where it is not known. */
  readonly line: number | null

  constructor(kind: string, reason: string, line: number | null = null) {
    super(line === null ? `${kind}: ${reason}` : `Line ${line} of the template: ${kind}: ${reason}`)
    this.kind = kind
    this.reason = reason
    this.line = line
  }
}
