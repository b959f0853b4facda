/** A trigger says something that we would have to ignore: what, one line each, after the field's name. */
export class UnusableTriggerError extends Error {
  override readonly name = 'UnusableTriggerError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The trigger cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}
