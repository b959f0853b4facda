/** What may be wrong with a SQLite file. */
export type FileTrouble = 'damaged' | 'busy' | 'full' | 'not-writable'

const told: Record<FileTrouble, { what: string; toDo: string }> = {
  damaged: {
    what: 'is damaged, or no SQLite database',
    toDo:
      'Restore it from a backup, or move it away, with its -wal and -shm, to start with an empty one: no run is ' +
      'resumed twice, since Prefect keeps the proof, but what had not been done yet is forgotten.',
  },
  busy: {
    what: 'is in use by another program',
    toDo: 'Let only one resume-on-merge run on a DATA_DIR; several share a Postgres (DATABASE_URL).',
  },
  full: {
    what: 'cannot be written: the disk is full',
    toDo: 'Make room, or let DATA_DIR name another disk.',
  },
  'not-writable': {
    what: 'cannot be opened and written',
    toDo: 'Let it be a file of the user that runs resume-on-merge, or let DATA_DIR name another folder.',
  },
}

/** A SQLite file under `DATA_DIR` cannot be used as it is. */
export class UnusableDatabaseFileError extends Error {
  override readonly name = 'UnusableDatabaseFileError'
  /** The absolute path. */
  readonly file: string
  readonly trouble: FileTrouble

  constructor(file: string, trouble: FileTrouble, cause: Error) {
    const { what, toDo } = told[trouble]
    super(`The database ${file} ${what} (${cause.message}). ${toDo}`, { cause })
    this.file = file
    this.trouble = trouble
  }
}
