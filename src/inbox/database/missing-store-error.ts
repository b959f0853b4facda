/** Nothing was ever stored where the settings say. */
export class MissingStoreError extends Error {
  override readonly name = 'MissingStoreError'
  /** The file, or host and database. */
  readonly place: string

  constructor(place: string) {
    super(
      `There is no store at ${place}. Run this where the server runs, with the DATA_DIR or DATABASE_URL that it has, from the environment or from .env in the working folder.`,
    )
    this.place = place
  }
}
