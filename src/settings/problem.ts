/** What is wrong with one variable, without its value where that may be a secret. */
export interface Problem {
  readonly variable: string
  /** Follows the variable's name: `is not set`. */
  readonly problem: string
  /** Follows `expected:`. */
  readonly expected: string
}

/** A problem in one line, as a person reads it in a log. */
export function describeProblem({ variable, problem, expected }: Problem): string {
  return `${variable} ${problem}; expected: ${expected}`
}
