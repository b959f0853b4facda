/** Another program listens on the port that the demo was given. */
export class DemoPortTakenError extends Error {
  override readonly name = 'DemoPortTakenError'
  readonly port: number

  constructor(port: number) {
    super(`Port ${port} is taken by another program. Give another one with --port, or none, for a free one.`)
    this.port = port
  }
}
