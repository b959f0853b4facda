/** A template made an event that Prefect would not take. */
export class InvalidEventError extends Error {
  override readonly name = 'InvalidEventError'
  /** What is wrong, for people; a line each. */
  readonly problem: string

  constructor(problem: string) {
    super(`Prefect would not take this event; correct the template. ${problem}`)
    this.problem = problem
  }
}
