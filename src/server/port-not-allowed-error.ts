/** This user may not listen on the port. */
export class PortNotAllowedError extends Error {
  override readonly name = 'PortNotAllowedError'
  readonly port: number

  constructor(port: number, cause?: unknown) {
    super(
      `This user may not listen on port ${port} (EACCES). Set PORT to 1024 or more, and let a proxy or the container map the port.`,
      { cause },
    )
    this.port = port
  }
}
