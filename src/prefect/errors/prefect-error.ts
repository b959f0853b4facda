/** Prefect could not be asked, or did not answer as its API promises. Never holds a secret or a request. */
export class PrefectError extends Error {
  override readonly name: string = 'PrefectError'
}
