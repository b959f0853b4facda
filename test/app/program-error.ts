/** A program under test ended, or kept silent, before it did what was awaited; the message ends with what it printed. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError'
  /** The exit code; null while it runs, or when a signal ended it. */
  readonly code: number | null
  readonly output: string

  constructor(problem: string, code: number | null, output: string) {
    super(`${problem}. It printed:\n${output === '' ? '(nothing)' : output}`)
    this.code = code
    this.output = output
  }
}
