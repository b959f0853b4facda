/** A UI URL that cannot be one, so that no flow run would ever be found under it. */
export class UnusableUiUrlError extends Error {
  override readonly name = 'UnusableUiUrlError'
  readonly uiUrl: string

  constructor(uiUrl: string) {
    super(
      `Prefect's UI URL ${JSON.stringify(uiUrl)} is not an http(s) URL. Give one like https://app.prefect.cloud.`,
    )
    this.uiUrl = uiUrl
  }
}
