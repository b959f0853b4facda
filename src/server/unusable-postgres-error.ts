/** What to do about what Postgres or the system says: by SQLSTATE, or the system's code. */
const advice: Record<string, string> = {
  '28000': 'Check the user in DATABASE_URL, and that the server lets it in from here (pg_hba.conf).',
  '28P01': 'Check the user and password in DATABASE_URL; special characters in them are percent-encoded.',
  '3D000': 'Make that database, or correct the name at the end of DATABASE_URL.',
  '42501': 'Give the user the right to create tables and schemas in this database.',
  '53300': 'Let the server take more connections: each resume-on-merge keeps up to 20.',
  '57P03': 'The server is just starting or stopping: start again once it is up.',
}

const otherwise = 'Check host and port in DATABASE_URL, and that Postgres runs and can be reached from here.'

/** The Postgres of `DATABASE_URL` cannot be used. The message holds no password. */
export class UnusablePostgresError extends Error {
  override readonly name = 'UnusablePostgresError'
  /** Host and database, as messages name them. */
  readonly server: string
  /** SQLSTATE, or the system's code. */
  readonly code: string

  constructor(server: string, code: string, cause: Error) {
    super(
      `The Postgres of DATABASE_URL (${server}) cannot be used: ${reasonOf(cause)} (${code}). ${advice[code] ?? otherwise}`,
      { cause },
    )
    this.server = server
    this.code = code
  }
}

/** Where a host has several addresses, each of them has an error of its own. */
function reasonOf(cause: Error): string {
  const [first]: unknown[] = cause instanceof AggregateError ? cause.errors : [cause]
  return first instanceof Error ? first.message : cause.message
}
