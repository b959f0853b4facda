/** A template that cannot be compiled: what is wrong with it, and where. */
export class TemplateCompileError extends Error {
  override readonly name = 'TemplateCompileError'
  /** What is wrong, without the line. */
  readonly reason: string
  /** Counted from 1; null where no line is to blame. */
  readonly line: number | null

  constructor(reason: string, line: number | null = null) {
    super(
      line === null
        ? `The template cannot be compiled: ${reason}`
        : `Line ${line} of the template: ${reason}`,
    )
    this.reason = reason
    this.line = line
  }
}
