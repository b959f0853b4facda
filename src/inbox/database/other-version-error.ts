const toDo = {
  older: 'Start the server of this version once: it brings the tables up to date.',
  newer: 'Use the version of resume-on-merge that the server has.',
}

/** The tables are those of another version of the program. */
export class OtherVersionError extends Error {
  override readonly name = 'OtherVersionError'
  /** The file, or host and database. */
  readonly place: string
  /** How old the tables are, beside this program. */
  readonly age: keyof typeof toDo

  constructor(place: string, age: keyof typeof toDo) {
    super(`The store at ${place} has the tables of another, ${age} version of resume-on-merge. ${toDo[age]}`)
    this.place = place
    this.age = age
  }
}
