import { describeProblem, type Problem } from './problem.ts'

/** The environment does not say what we need; nothing was started. Holds every problem at once, and no secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'One setting is' : `${problems.length} settings are`
    super(
      [
        `${count} wrong, so resume-on-merge does not start:`,
        ...problems.map((problem) => `  - ${describeProblem(problem)}`),
        'Each variable is explained in .env.example.',
      ].join('\n'),
    )
    this.problems = problems
  }
}
