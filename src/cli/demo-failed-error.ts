/** The demo's run did not complete, although everything was made so that it would. */
export class DemoFailedError extends Error {
  override readonly name = 'DemoFailedError'
  /** The state in which the run ended. */
  readonly state: string

  constructor(state: string) {
    super(`The run ended as ${state}, not as Completed; the comment above says what the App made of it.`)
    this.state = state
  }
}
