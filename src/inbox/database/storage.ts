import { join } from 'node:path'

/** Where the inbox is kept: `databaseUrl` (Postgres) or, when null, a file of its own in `dataFolder`. */
export interface InboxStorage {
  databaseUrl: string | null
  dataFolder: string
}

/** The SQLite file of the inbox. */
export function inboxFile(dataFolder: string): string {
  return join(dataFolder, 'inbox.sqlite')
}

/** The store as messages name it: its file, or host and database without user, password and options. */
export function placeOf({ databaseUrl, dataFolder }: InboxStorage): string {
  return databaseUrl === null ? inboxFile(dataFolder) : databaseName(databaseUrl)
}

/** A database's URL without user, password and options. */
export function databaseName(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}
