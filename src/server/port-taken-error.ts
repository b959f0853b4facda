/** Another program listens on the port already. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError'
  readonly port: number

  constructor(port: number) {
    super(`Port ${port} is taken by another program. Stop it, or set PORT to another number.`)
    this.port = port
  }
}
