import { openExisting } from '../database/open-existing.ts'
import { type InboxStorage, placeOf } from '../database/storage.ts'
import type { ArchiveQuery, Dossier } from './dossier.ts'
import { readDossiers } from './read-dossiers.ts'

/** The inbox for those who only ask what happened; a server may write to it meanwhile. */
export interface Archive {
  /** The store as messages name it: its file, or host and database. */
  readonly place: string
  /** What is stored of what somebody asks for, newest first. @throws UnknownFormError */
  dossiers(query: ArchiveQuery): Promise<Dossier[]>
  close(): Promise<void>
}

/**
 * Opens the inbox for reading; nothing in it is changed.
 *
 * @throws MissingStoreError, OtherVersionError
 */
export async function openArchive(storage: InboxStorage): Promise<Archive> {
  const database = await openExisting(storage, 'read')
  const isPostgres = storage.databaseUrl !== null

  return {
    place: placeOf(storage),
    // One transaction, so that all of an answer is of the same moment.
    dossiers(query) {
      const transaction = isPostgres
        ? database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
        : database.transaction()
      return transaction.execute((reading) => readDossiers(reading, query))
    },
    close: () => database.destroy(),
  }
}
