/** The webhook template cannot be compiled: what is wrong, in which file. */
export class UnusableTemplateError extends Error {
  override readonly name = 'UnusableTemplateError'
  readonly file: string

  constructor(file: string, cause: Error) {
    super(
      `The template ${file} cannot be used. ${cause.message.replace(/\.$/, '')}.\nCorrect it, and try it: resume-on-merge render --payload FILE --template ${file}`,
      { cause },
    )
    this.file = file
  }
}
